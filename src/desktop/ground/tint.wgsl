// The holders' tint: at a border a line, a tint that fades inwards, and a band of each holder's own pattern, so that no colour
// speaks alone. The raster is read as the head of `painting/holders.rs` says: the number of a holder must not be interpolated,
// its distance to the border may.

#import bevy_sprite::mesh2d_vertex_output::VertexOutput

struct Terms {
    km_per_point: f32,
    km_per_texel: f32,
    dark_on_light: f32,
    pixels_per_point: f32,
    holders: array<vec4<f32>, 32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> terms: Terms;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var field: texture_2d<f32>;

// Width of the border line, reach of the tint and width of the band, in points.
const LINE: f32 = 2.0;
const FADE: f32 = 9.0;
const BAND: f32 = 26.0;

// A line of this width every `period` points, where `x` runs across it.
fn stroke(x: f32, period: f32, width: f32) -> f32 {
    let away = abs(fract(x / period) - 0.5) * period;
    return clamp((width * 0.5 - away) * terms.pixels_per_point + 0.5, 0.0, 1.0);
}

fn pattern_at(kind: i32, p: vec2<f32>) -> f32 {
    let slope = 0.70710678;
    switch kind {
        case 1: { return stroke((p.x + p.y) * slope, 7.0, 1.5); }
        case 2: { return stroke(p.y, 6.0, 1.2); }
        case 3: {
            let cell = (fract(p / 8.0) - 0.5) * 8.0;
            return clamp((1.6 - length(cell)) * terms.pixels_per_point + 0.5, 0.0, 1.0);
        }
        case 4: { return max(stroke(p.x, 8.0, 1.1), stroke(p.y, 8.0, 1.1)); }
        case 5: { return stroke(p.x, 6.0, 1.3); }
        case 6: { return stroke((p.x - p.y) * slope, 7.0, 1.5); }
        case 7: { return stroke(p.y, 7.0, 1.3) * step(fract(p.x / 12.0 + floor(p.y / 7.0) * 0.5), 0.55); }
        default: { return 0.0; }
    }
}

// Shares of ink are meant as the eye adds them; the blending is linear.
fn share(part: f32) -> f32 {
    let dark = 1.0 - pow(1.0 - part, 1.7);
    let light = pow(part, 1.4);
    return mix(light, dark, terms.dark_on_light);
}

@fragment
fn fragment(mesh: VertexOutput) -> @location(0) vec4<f32> {
    let km = vec2<f32>(mesh.world_position.x, -mesh.world_position.y);
    let at = km / terms.km_per_texel - 0.5;
    let corner = floor(at);
    let f = at - corner;
    let most = vec2<i32>(textureDimensions(field)) - 1;
    let i = vec2<i32>(corner);
    let a = textureLoad(field, clamp(i, vec2<i32>(0), most), 0);
    let b = textureLoad(field, clamp(i + vec2<i32>(1, 0), vec2<i32>(0), most), 0);
    let c = textureLoad(field, clamp(i + vec2<i32>(0, 1), vec2<i32>(0), most), 0);
    let d = textureLoad(field, clamp(i + vec2<i32>(1, 1), vec2<i32>(0), most), 0);
    let weights = vec4<f32>((1.0 - f.x) * (1.0 - f.y), f.x * (1.0 - f.y), (1.0 - f.x) * f.y, f.x * f.y);
    let who = round(vec4<f32>(a.r, b.r, c.r, d.r) * 255.0);
    let near = vec4<f32>(a.g, b.g, c.g, d.g) * 127.5;

    // Whose ground it is: the holder among the four to whom most of it belongs.
    var holder = 0.0;
    var inside = -1e9;
    for (var n = 0; n < 4; n++) {
        let sum = dot(weights, select(-near, near, who == vec4<f32>(who[n])));
        if sum > inside {
            inside = sum;
            holder = who[n];
        }
    }
    let coast = (dot(weights, vec4<f32>(a.b, b.b, c.b, d.b)) * 255.0 - 128.0) / 4.0;
    let reach = dot(weights, vec4<f32>(a.a, b.a, c.a, d.a));
    let land = clamp(coast / terms.km_per_point * terms.pixels_per_point + 0.5, 0.0, 1.0);
    let strength = land * reach;
    let ink = terms.holders[min(i32(holder), 31)];
    let kind = i32(round(ink.a));
    if kind == 0 || strength <= 0.0 {
        return vec4<f32>(0.0);
    }

    let depth = max(inside, 0.0) / terms.km_per_point;
    let line = clamp((LINE - depth) * terms.pixels_per_point, 0.0, 1.0) * 0.85;
    let tint = 0.30 * exp(-depth / FADE);
    // The pattern is fixed to the ground.
    let drawn = pattern_at(kind, km / terms.km_per_point);
    let band = clamp(BAND - depth + 0.5, 0.0, 1.0) * 0.34;
    let beyond = select(0.0, 0.10, kind == 2);
    let hatch = drawn * max(band, beyond);
    let opacity = 1.0 - (1.0 - line) * (1.0 - tint) * (1.0 - hatch);
    return vec4<f32>(ink.rgb, share(opacity) * strength);
}

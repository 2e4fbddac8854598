//! The painted ground: the same each time, without seams, true to the data, and to be looked at.
//!
//! With `PICTURES` set to a folder the last test leaves pictures there.

mod common;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rivers_and_mountains::earth::{Bed, Spot, size};
use rivers_and_mountains::painting::Picture;
use rivers_and_mountains::painting::ground::{Atlas, HEM, Level, Link, SIDE, Tile, Town, Way};
use rivers_and_mountains::painting::holders::{HEIGHT, KM, Partition, WIDTH, look_up};
use rivers_and_mountains::painting::paper::paper;
use rivers_and_mountains::painting::pigments::Pigments;
use rivers_and_mountains::painting::scroll::scroll;
use rivers_and_mountains::scenario::load::load;
use rivers_and_mountains::scenario::model::{PlaceKind, RouteKind};

struct Earth {
    towns: Vec<Town>,
    links: Vec<Link>,
    km: Vec<u16>,
    atlas: Atlas,
}

impl Earth {
    fn town(&self, id: &str) -> usize {
        self.towns.iter().position(|t| t.id == id).expect("a town")
    }
    fn at(&self, id: &str) -> Spot {
        self.towns[self.town(id)].at
    }
}

/// The shipped atlas, surveyed once.
fn earth() -> &'static Earth {
    static EARTH: OnceLock<Earth> = OnceLock::new();
    EARTH.get_or_init(|| {
        let files: BTreeMap<String, String> = common::texts("scenarios");
        let book = load("jingkang.ron", &files).expect("it loads").scenario;
        let towns: Vec<Town> = book
            .atlas
            .places
            .iter()
            .map(|place| Town {
                id: place.id.clone(),
                at: Spot::of_milli(place.lon_milli, place.lat_milli),
                rank: match place.kind {
                    PlaceKind::Capital => 3,
                    PlaceKind::SuperiorPrefecture => 2,
                    PlaceKind::Prefecture | PlaceKind::Port | PlaceKind::TribalSeat => 1,
                    PlaceKind::Pass | PlaceKind::Ford | PlaceKind::Depot => 0,
                },
            })
            .collect();
        let links: Vec<Link> = book
            .atlas
            .routes
            .iter()
            .map(|route| Link {
                from: route.from.index(),
                to: route.to.index(),
                way: match route.kind {
                    RouteKind::Road => Way::Road,
                    RouteKind::MountainPass => Way::Pass,
                    RouteKind::Ford => Way::Ford,
                    RouteKind::RiverDown => Way::River,
                    RouteKind::Canal => Way::Canal,
                    RouteKind::Sea => Way::Sea,
                },
            })
            .collect();
        Earth {
            km: book.atlas.routes.iter().map(|r| r.km).collect(),
            atlas: Atlas::new(&towns, &links),
            towns,
            links,
        }
    })
}

/// A piece of a level round a point.
fn round(level: Level, middle: Spot, size: (u32, u32), pigments: &Pigments, bed: Bed) -> Picture {
    let corner = (
        (middle.x / level.km()) as i64 - i64::from(size.0) / 2,
        (middle.y / level.km()) as i64 - i64::from(size.1) / 2,
    );
    earth().atlas.piece(level, corner, size, pigments, bed)
}

fn pixel(picture: &Picture, x: u32, y: u32) -> [u8; 4] {
    let at = ((y * picture.width + x) * 4) as usize;
    [0, 1, 2, 3].map(|i| picture.rgba[at + i])
}

/// The greatest difference of two pixels' colours.
fn apart(a: [u8; 4], b: [u8; 4]) -> u8 {
    (0..4).map(|i| a[i].abs_diff(b[i])).max().unwrap_or(0)
}

#[test]
fn a_tile_has_its_size_and_is_the_same_each_time() {
    let tile = Tile {
        level: Level::Realm,
        x: 1,
        y: 1,
    };
    let paint = || earth().atlas.paint(tile, &Pigments::paper(), Bed::North);
    let picture = paint();
    let whole = SIDE + 2 * HEM;
    assert_eq!((picture.width, picture.height), (whole, whole));
    assert_eq!(picture.rgba.len(), (whole * whole * 4) as usize);
    assert!(picture.rgba.chunks_exact(4).all(|p| p[3] == 255));
    assert_eq!(picture, paint());
}

/// Pieces painted apart are the same as one painted whole: where mountains, rivers and water lines cross the edge too.
#[test]
fn pieces_meet_without_a_seam() {
    let pigments = Pigments::paper();
    // Mountains with rivers; the broken coast of the south-east; the mouth of the Yellow River.
    for (lon, lat) in [(112.8, 38.2), (121.5, 29.0), (117.4, 38.3)] {
        for level in Level::ALL {
            let (size, half) = (96u32, 48u32);
            let middle = Spot::of(lon, lat);
            let (left, top) = (
                (middle.x / level.km()) as i64,
                (middle.y / level.km()) as i64,
            );
            let piece = |corner, size| {
                earth()
                    .atlas
                    .piece(level, corner, size, &pigments, Bed::North)
            };
            let whole = piece((left, top), (size, size));
            let quarter = piece(
                (left + i64::from(half), top + i64::from(half)),
                (half, half),
            );
            for y in 0..half {
                for x in 0..half {
                    let (a, b) = (pixel(&whole, x + half, y + half), pixel(&quarter, x, y));
                    assert!(
                        apart(a, b) <= 2,
                        "{level:?} at {lon} {lat}: {x} {y}: {a:?} {b:?}"
                    );
                }
            }
        }
    }
}

/// A tile ends in the first pixels of its neighbour, and that begins with its last ones: drawn between pixels, as the window draws them
/// wherever the map looks, they blend into one another. The tiles are those beside which Jin's games begin.
#[test]
fn a_tile_has_a_hem_of_its_neighbours() {
    let paint = |x: u16, y: u16| {
        let tile = Tile {
            level: Level::Region,
            x,
            y,
        };
        let pigments = Pigments::paper();
        earth().atlas.paint(tile, &pigments, Bed::North)
    };
    let (west, east, south) = (paint(5, 0), paint(6, 0), paint(5, 1));
    for n in 0..SIDE {
        for hem in 0..2 * HEM {
            let pairs = [
                (pixel(&west, SIDE + hem, n), pixel(&east, hem, n)),
                (pixel(&west, n, SIDE + hem), pixel(&south, n, hem)),
            ];
            for (one, other) in pairs {
                assert!(apart(one, other) <= 2, "{n}: {one:?} {other:?}");
            }
        }
    }
}

#[test]
fn the_edges_of_the_earth_are_painted_too() {
    for level in Level::ALL {
        let (columns, rows) = level.tiles();
        let side = i64::from(SIDE);
        let all = size();
        assert!(
            f64::from(columns) * level.span() >= all.x && f64::from(rows) * level.span() >= all.y
        );
        for (x, y) in [
            (0, 0),
            (i64::from(columns) * side - 24, i64::from(rows) * side - 24),
            (-24, -24),
        ] {
            let picture =
                earth()
                    .atlas
                    .piece(level, (x, y), (24, 24), &Pigments::night(), Bed::South);
            assert_eq!(picture.rgba.len(), 24 * 24 * 4);
        }
        // The western frame is land right up to it, not a coast drawn along the frame.
        let y = (Spot::of(95.0, 45.0).y / level.km()) as i64;
        let west = earth()
            .atlas
            .piece(level, (4, y), (8, 8), &Pigments::contrast(), Bed::North);
        assert!(west.rgba.chunks_exact(4).all(|p| p[0] > 100), "{level:?}");
    }
    let all = Tile::over(Level::County, Spot::default(), size());
    let (columns, rows) = Level::County.tiles();
    assert_eq!(all.len(), usize::from(columns) * usize::from(rows));
    let few = Tile::over(
        Level::Realm,
        Spot { x: 1300.0, y: 10.0 },
        Spot { x: 2400.0, y: 20.0 },
    );
    assert_eq!(few.iter().map(|t| (t.x, t.y)).collect::<Vec<_>>(), [(1, 0)]);
}

#[test]
fn land_sea_and_river_have_their_colours() {
    let pigments = Pigments::contrast();
    let colour = |lon, lat, bed| {
        pixel(
            &round(Level::Region, Spot::of(lon, lat), (3, 3), &pigments, bed),
            1,
            1,
        )
    };
    let [r, g, b] = pigments.land;
    assert_eq!(colour(116.0, 34.0, Bed::North), [r, g, b, 255], "a plain");
    let [r, g, b] = pigments.sea;
    assert_eq!(
        colour(125.0, 31.0, Bed::North),
        [r, g, b, 255],
        "the open sea"
    );
    // The Yellow River is where its bed of the year is, and nowhere else.
    for (bed, other, id) in [
        (Bed::North, Bed::South, "yellow_pre1128"),
        (Bed::South, Bed::North, "yellow_post1128"),
    ] {
        let river = earth()
            .atlas
            .rivers(bed)
            .find(|r| r.id == id)
            .expect("a bed");
        let spot = river.line[river.line.len() / 2];
        let (lon, lat) = spot.degrees();
        let [r, g, b] = pigments.yellow;
        assert_eq!(colour(lon, lat, bed), [r, g, b, 255], "{id}");
        assert_ne!(colour(lon, lat, other), [r, g, b, 255], "{id}");
        assert!(earth().atlas.rivers(other).all(|r| r.id != id));
    }
}

#[test]
fn themes_differ_and_only_paper_has_grain() {
    let middle = Spot::of(115.5, 35.9);
    let [paper, night, contrast] = [Pigments::paper(), Pigments::night(), Pigments::contrast()]
        .map(|pigments| round(Level::County, middle, (64, 64), &pigments, Bed::North));
    let light = |p: &Picture| p.rgba.chunks_exact(4).map(|c| u64::from(c[0])).sum::<u64>() / 4096;
    assert!(light(&night) < 80 && light(&paper) > 200 && light(&contrast) > light(&paper));
    let shades = |pigments: &Pigments| {
        let plain = round(
            Level::County,
            Spot::of(116.0, 34.0),
            (24, 24),
            pigments,
            Bed::North,
        );
        let all: std::collections::BTreeSet<u8> =
            plain.rgba.chunks_exact(4).map(|c| c[0]).collect();
        all.len()
    };
    assert!(shades(&Pigments::paper()) > 5);
    assert_eq!(shades(&Pigments::contrast()), 1);
}

#[test]
fn routes_lie_on_the_ground() {
    let earth = earth();
    let roads = earth.atlas.roads();
    assert_eq!(roads.len(), earth.links.len());
    for ((road, link), km) in roads.iter().zip(&earth.links).zip(&earth.km) {
        let (from, to) = (&earth.towns[link.from], &earth.towns[link.to]);
        assert_eq!(
            (road.from, road.to, road.way),
            (link.from, link.to, link.way)
        );
        assert_eq!(
            (road.line.first(), road.line.last()),
            (Some(&from.at), Some(&to.at))
        );
        let long: f64 = road.line.windows(2).map(|p| p[0].km(p[1])).sum();
        let straight = from.at.km(to.at);
        let name = format!("{} to {}: {long:.0} km for {km}", from.id, to.id);
        assert!(long >= straight - 1e-6, "{name}");
        assert!(long < straight * 2.6 + 60.0, "{name}");
        let stride = road
            .line
            .windows(2)
            .map(|p| p[0].km(p[1]))
            .fold(0.0, f64::max);
        assert!(road.line.len() > 2 || straight < 20.0, "{name}");
        assert!(
            !matches!(road.way, Way::Road | Way::Pass | Way::Ford) || stride < 16.0,
            "{name}"
        );
    }
    // A boat from Kaifeng to Yingtian keeps to the Bian canal.
    let (from, to) = (earth.town("kaifeng"), earth.town("yingtian"));
    let boat = roads
        .iter()
        .find(|r| (r.from, r.to) == (from, to) && r.way == Way::Canal);
    let canal = earth
        .atlas
        .rivers(Bed::North)
        .find(|r| r.id == "bian_canal")
        .expect("the canal");
    let line = &boat.expect("a boat route").line;
    assert!(line.len() > 4);
    assert!(
        line[1..line.len() - 1]
            .iter()
            .all(|s| canal.line.contains(s))
    );
}

#[test]
fn rivers_have_names_and_stay_on_the_earth() {
    let all = size();
    for bed in [Bed::North, Bed::South] {
        let rivers: Vec<_> = earth().atlas.rivers(bed).collect();
        assert!(rivers.len() > 35);
        assert!(
            rivers
                .iter()
                .all(|r| !r.name.is_empty() && !r.name_zh.is_empty() && r.line.len() > 3)
        );
        assert!(rivers.iter().all(|r| r.id != "yellow_post1194"));
        let on_it =
            |s: &Spot| (-60.0..all.x + 60.0).contains(&s.x) && (-60.0..all.y + 60.0).contains(&s.y);
        assert!(rivers.iter().all(|r| r.line.iter().all(on_it)));
        assert!(rivers.iter().filter(|r| r.yellow).count() == 4);
    }
}

#[test]
fn paper_and_scroll_have_their_sizes() {
    let sheet = paper([0xFA, 0xF5, 0xE8], 0.55, 320, 180, 21);
    assert_eq!(
        (sheet.width, sheet.height, sheet.rgba.len()),
        (320, 180, 320 * 180 * 4)
    );
    assert_eq!(sheet, paper([0xFA, 0xF5, 0xE8], 0.55, 320, 180, 21));
    assert_ne!(sheet, paper([0xFA, 0xF5, 0xE8], 0.55, 320, 180, 22));
    // Rough, but never so that text suffers: a twentieth at most.
    let far = sheet
        .rgba
        .chunks_exact(4)
        .map(|p| p[1].abs_diff(0xF5))
        .max();
    assert!(far.is_some_and(|far| far > 2 && far <= 12), "{far:?}");
    let plain = paper([0xFF, 0xFF, 0xFF], 0.0, 9, 7, 1);
    assert!(plain.rgba.iter().all(|v| *v == 255));
    for pigments in [Pigments::paper(), Pigments::night(), Pigments::contrast()] {
        let banner = scroll(320, 82, &pigments);
        assert_eq!((banner.width, banner.height), (320, 82));
        assert_eq!(banner.rgba.len(), 320 * 82 * 4);
        let shades: std::collections::BTreeSet<u8> =
            banner.rgba.chunks_exact(4).map(|p| p[0]).collect();
        assert!(shades.len() > 40);
    }
    assert_eq!(scroll(1, 1, &Pigments::paper()).rgba.len(), 4);
}

#[test]
fn ground_belongs_to_the_nearest_town() {
    let earth = earth();
    let spots: Vec<Spot> = earth.towns.iter().map(|t| t.at).collect();
    let partition = Partition::new(&spots);
    // Everything Jin's but what lies south of 36° north.
    let mut holders: Vec<u8> = spots
        .iter()
        .map(|s| if s.degrees().1 < 36.0 { 1 } else { 2 })
        .collect();
    let field = partition.field(&holders);
    assert_eq!(field.len(), WIDTH * HEIGHT * 4);
    assert_eq!(field, partition.field(&holders));
    let texel = |spot: Spot| {
        let at = ((spot.y / KM) as usize * WIDTH + (spot.x / KM) as usize) * 4;
        [0, 1, 2, 3].map(|i| field[at + i])
    };
    let held = |id: &str| look_up(&field, earth.at(id));
    assert_eq!(held("yanjing").0, 2);
    assert_eq!(held("kaifeng").0, 1);
    let (who, far) = held("linan");
    assert!(who == 1 && far > 100.0, "far from any border");
    let (_, near) = held("kaifeng");
    assert!((5.0..127.0).contains(&near), "{near} km to the north");
    assert_eq!(texel(Spot::of(116.0, 34.0))[3], 255);
    assert!(texel(Spot::of(116.0, 34.0))[2] > 128 && texel(Spot::of(125.0, 31.0))[2] < 128);
    assert_eq!(
        texel(Spot::of(127.5, 36.0))[3],
        0,
        "Goryeo is nobody's here"
    );
    // The way from Kaifeng north crosses one border, and the distance to it falls to nothing there and grows again.
    let (from, to) = (earth.at("kaifeng"), earth.at("zhending"));
    let mut crossings = 0;
    let mut last = held("kaifeng");
    for step in 1..=400 {
        let t = f64::from(step) / 400.0;
        let spot = Spot {
            x: from.x + (to.x - from.x) * t,
            y: from.y + (to.y - from.y) * t,
        };
        let here = look_up(&field, spot);
        if here.0 != last.0 {
            crossings += 1;
            assert!(here.1 < 4.0 && last.1 < 4.0, "{here:?} after {last:?}");
        }
        last = here;
    }
    assert_eq!(crossings, 1);
    // A town alone among strangers tints no more than 25 km around it, and the wavering of borders.
    holders[earth.town("zhending")] = 1;
    let around = partition.field(&holders);
    let alone = earth.at("zhending");
    assert_eq!(look_up(&around, alone).0, 1);
    for (dx, dy) in [(40.0, 0.0), (-40.0, 0.0), (0.0, -40.0)] {
        let spot = Spot {
            x: alone.x + dx,
            y: alone.y + dy,
        };
        assert_eq!(look_up(&around, spot).0, 2);
    }
    // But who has open country behind him keeps it, though he has only two towns.
    for id in ["xingqing", "lingzhou_xia"] {
        holders[earth.town(id)] = 3;
    }
    let xia = partition.field(&holders);
    let west = Spot {
        x: earth.at("xingqing").x - 70.0,
        y: earth.at("xingqing").y,
    };
    assert_eq!(look_up(&xia, west).0, 3);
    assert!(
        Partition::new(&[])
            .field(&[])
            .chunks_exact(4)
            .all(|t| t[0] == 0 && t[3] == 0)
    );
}

#[test]
fn pictures_to_look_at() {
    let Ok(folder) = std::env::var("PICTURES") else {
        return;
    };
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    let save = |name: &str, picture: &Picture| {
        let file = std::fs::File::create(format!("{folder}/{name}.png")).expect("a file");
        let mut encoder = png::Encoder::new(file, picture.width, picture.height);
        encoder.set_color(png::ColorType::Rgba);
        let mut writer = encoder.write_header().expect("a head");
        writer.write_image_data(&picture.rgba).expect("a body");
    };
    for (theme, pigments) in [
        ("paper", Pigments::paper()),
        ("night", Pigments::night()),
        ("contrast", Pigments::contrast()),
    ] {
        for (name, level, lon, lat) in [
            ("realm", Level::Realm, 114.0, 34.5),
            ("region", Level::Region, 114.2, 36.5),
            ("county", Level::County, 114.0, 35.2),
        ] {
            let picture = round(level, Spot::of(lon, lat), (960, 720), &pigments, Bed::North);
            save(&format!("{name}-{theme}"), &picture);
        }
        save(&format!("scroll-{theme}"), &scroll(1280, 328, &pigments));
    }
    let south = round(
        Level::Region,
        Spot::of(116.5, 34.6),
        (960, 720),
        &Pigments::paper(),
        Bed::South,
    );
    save("region-south", &south);
    save("paper", &paper([0xF3, 0xEB, 0xD9], 0.7, 1280, 720, 22));
}

//! The format as schemas of `ron2`, which its language server `ron2-lsp` reads: completion, hover and checks in an editor.

use ron2::schema::{Field as SchemaField, Schema, TypeKind, Variant};

use super::{Body, Field, Kind, Or, Shape, Type, all, joined, meanings};

/// The folder that the schemas lie in, as a path of types.
const ROOM: &str = "rivers";

/// A type as a schema has it.
fn kind_of(ty: &Type) -> TypeKind {
    match ty {
        Type::List(inner) => TypeKind::List(Box::new(kind_of(inner))),
        Type::Maybe(inner) => TypeKind::Option(Box::new(kind_of(inner))),
        Type::Pair(first, second) => TypeKind::Tuple(vec![kind_of(first), kind_of(second)]),
        Type::Flag => TypeKind::Bool,
        Type::Number(_) => TypeKind::I64,
        Type::Kind(kind) => TypeKind::TypeRef(path(kind)),
        Type::Name(_) | Type::Text | Type::Unknown(_) => TypeKind::String,
    }
}

/// How a schema calls a kind.
fn path(kind: &Kind) -> String {
    format!(
        "{ROOM}::{}",
        kind.name.strip_prefix("Raw").unwrap_or(kind.name)
    )
}

fn field(field: &Field, says: &str) -> SchemaField {
    let kind = kind_of(&field.kind());
    let new = match field.or {
        Or::Required => SchemaField::new(field.name, kind),
        Or::Empty | Or::Value(_) => SchemaField::optional(field.name, kind),
    };
    new.with_doc(says)
}

fn schema(kind: &Kind) -> Schema {
    let inside = match kind.body {
        Body::Fields(fields) => TypeKind::Struct {
            fields: fields
                .iter()
                .map(|f| {
                    let (says, unit) = (joined(f.doc), f.written(kind));
                    let unit = if unit.is_empty() {
                        String::new()
                    } else {
                        format!(" ({unit})")
                    };
                    field(f, &format!("{says}{unit}"))
                })
                .collect(),
        },
        Body::Words(words) => TypeKind::Enum {
            variants: words
                .iter()
                .map(|word| {
                    let variant = match word.takes {
                        Shape::Nothing => Variant::unit(word.name),
                        Shape::Values(types) => Variant::tuple(
                            word.name,
                            types.iter().map(|ty| kind_of(&Type::of(ty))).collect(),
                        ),
                        Shape::Fields(fields) => Variant::struct_variant(
                            word.name,
                            fields
                                .iter()
                                .map(|f| field(f, meanings::argument(kind.name, f.name)))
                                .collect(),
                        ),
                    };
                    variant.with_doc(joined(word.doc))
                })
                .collect(),
        },
    };
    Schema::with_doc(kind.says(), inside)
}

/// A schema for every kind: the type that a file names it by, and the schema.
#[must_use]
pub fn schemas() -> Vec<(String, Schema)> {
    all().map(|kind| (path(kind), schema(kind))).collect()
}

//! Enums that have one spelling everywhere: in the database, on the wire, in URLs and in logs.

/// Declares an enum whose variants are written as fixed lower-case text.
///
/// Gives `as_str`, `ALL`, `Display`, `FromStr`, `TryFrom<String>` and serde by the same spelling.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(into = "&'static str", try_from = "String")]
        pub enum $name {
            $(
                #[doc = concat!("Written `", $text, "`.")]
                $(#[$vmeta])*
                $variant
            ),+
        }

        impl $name {
            /// Every variant, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The one spelling of this variant.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl From<$name> for &'static str {
            fn from(value: $name) -> Self { value.as_str() }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::refusal::Refusal;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let named = Self::ALL.iter().copied().find(|each| each.as_str() == text);
                named.ok_or_else(|| $crate::refusal::Refusal::unknown(stringify!($name), text))
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::refusal::Refusal;
            fn try_from(text: String) -> Result<Self, Self::Error> { text.parse() }
        }
    };
}

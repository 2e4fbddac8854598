//! Era dates.

"""The one network: text in, frames out."""

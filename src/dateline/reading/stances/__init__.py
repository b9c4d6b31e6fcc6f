"""Where each side stands, in steps: words that take a stance, who holds it, on what, in whose framing."""

"""A reader that asks a language model behind an OpenAI-compatible address and verifies its answers."""

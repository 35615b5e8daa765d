"""A reader that asks a language model with an OpenAI-compatible API and verifies its answers."""

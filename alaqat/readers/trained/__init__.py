"""The trained reader: a small neural model, run with onnxruntime and numpy only."""

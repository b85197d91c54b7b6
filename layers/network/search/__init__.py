"""The engine of routes: questions, graphs, ways, closures, reasons."""

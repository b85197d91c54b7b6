"""The routes: places and legs as a graph, the ways through it, closures and their cost. No page, no map."""

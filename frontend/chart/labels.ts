/**
 * Moves labels apart: ascending places, at least `distance` between neighbours, all between the edges as long as there
 * is room. The server's drawing has the same rule in `Spread.java`.
 */
export function apart(places: number[], distance: number, top: number, bottom: number) {
  const moved = [...places];
  for (let i = 0, free = top; i < moved.length; i++) {
    moved[i] = Math.max(moved[i], free);
    free = moved[i] + distance;
  }
  for (let i = moved.length - 1, limit = bottom; i >= 0; i--) {
    moved[i] = Math.min(moved[i], limit);
    limit = moved[i] - distance;
  }
  return moved;
}

/** Fewer points that look the same. */

export type Point = readonly [x: number, y: number];

/**
 * Largest triangle three buckets (Steinarsson, "Downsampling Time Series for Visual
 * Representation", University of Iceland 2013, section 4.2): keeps first and last, and of each
 * bucket the point that makes the largest triangle with its neighbours.
 */
export function downsample(points: readonly Point[], threshold: number): readonly Point[] {
  const n = points.length;
  if (threshold >= n || threshold < 3) return points;
  const every = (n - 2) / (threshold - 2);
  const first = points[0] as Point;
  const retained: Point[] = [first];
  let from = first;
  for (let bucket = 0; bucket < threshold - 2; bucket++) {
    const begin = Math.floor(bucket * every) + 1;
    const end = Math.floor((bucket + 1) * every) + 1;
    const nextEnd = Math.min(Math.floor((bucket + 2) * every) + 1, n);
    let [sumX, sumY] = [0, 0];
    for (let i = end; i < nextEnd; i++) {
      const [x, y] = points[i] as Point;
      sumX += x;
      sumY += y;
    }
    const [meanX, meanY] = [sumX / (nextEnd - end), sumY / (nextEnd - end)];
    let best = points[begin] as Point;
    let largest = -1;
    for (let i = begin; i < end; i++) {
      const point = points[i] as Point;
      const area = Math.abs(
        (from[0] - meanX) * (point[1] - from[1]) - (from[0] - point[0]) * (meanY - from[1]),
      );
      if (area > largest) [largest, best] = [area, point];
    }
    retained.push(best);
    from = best;
  }
  retained.push(points[n - 1] as Point);
  return retained;
}

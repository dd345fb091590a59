import type { ReactNode } from 'react';

/** One bar of a ranking. */
export interface RankingRow {
  readonly key: string;
  /** Usually a link to where the thing is looked at. */
  readonly name: ReactNode;
  /** From 0 to 1, of the longest bar. */
  readonly length: number;
  readonly colour: string;
  /** The figure at the end, and a second one. */
  readonly figure: ReactNode;
  readonly second?: ReactNode;
}

interface RankingBarsProps {
  readonly label: string;
  readonly rows: readonly RankingRow[];
}

/** Horizontal bars with the figure at the end; a list for who cannot see bars. */
export function RankingBars({ label, rows }: RankingBarsProps) {
  return (
    <ol className="ranking" aria-label={label}>
      {rows.map(({ key, name, length, colour, figure, second }) => (
        <li key={key}>
          <span className="ranking-name">{name}</span>
          <span className="ranking-track" aria-hidden="true">
            <span
              className="ranking-bar"
              style={{ width: `${Math.max(length * 100, 0.5)}%`, backgroundColor: colour }}
            />
          </span>
          <span className="ranking-figure figure">{figure}</span>
          <span className="ranking-second figure">{second}</span>
        </li>
      ))}
    </ol>
  );
}

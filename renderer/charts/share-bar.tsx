import { formatShare } from '../format.ts';
import { ChartLegend } from './chart-legend.tsx';

/** One part of a whole. */
export interface SharePart {
  readonly key: string;
  readonly label: string;
  readonly amount: number;
  /** The amount as it is read. */
  readonly text: string;
  readonly colour: string;
}

interface ShareBarProps {
  readonly label: string;
  readonly parts: readonly SharePart[];
}

/** One stacked bar that shows the parts of a whole, each with its share in words below. */
export function ShareBar({ label, parts }: ShareBarProps) {
  const whole = parts.reduce((total, { amount }) => total + amount, 0);
  const shown = parts.filter(({ amount }) => amount > 0);
  const words = shown.map((part) => ({ ...part, label: wordsOf(part, whole) }));
  return (
    <figure
      className="share"
      aria-label={`${label}: ${words.map((part) => part.label).join(', ')}`}
    >
      <div className="share-bar" aria-hidden="true">
        {shown.map(({ key, amount, colour }) => (
          <span
            key={key}
            style={{ width: `${(amount / whole) * 100}%`, backgroundColor: colour }}
          />
        ))}
      </div>
      <ChartLegend items={words} />
    </figure>
  );
}

function wordsOf(part: SharePart, whole: number): string {
  return `${part.label} ${part.text} (${formatShare(part.amount, whole) ?? ''})`;
}

import { exactCount, formatCount } from '../format.ts';

interface TokensProps {
  readonly count: number;
  /** What is counted, for the hover text; tokens by default. */
  readonly of?: string;
}

/** A count in few characters (`1.2M`), exact on hover. */
export function Tokens({ count, of = 'tokens' }: TokensProps) {
  return (
    <span className="figure" title={`${exactCount(count)} ${of}`}>
      {formatCount(count)}
    </span>
  );
}

import { type Instant, msOfInstant } from '../../shared/model/period.ts';
import { useNowMs } from '../clock.tsx';
import { agoInWords } from '../format.ts';

interface WhenProps {
  readonly at: Instant;
  /** `ago` says how long ago; the time itself is then on hover. */
  readonly as?: 'time' | 'ago';
}

/** An instant in the reader's time zone, UTC on hover. */
export function When({ at, as = 'time' }: WhenProps) {
  const now = useNowMs();
  const ms = msOfInstant(at);
  if (Number.isNaN(ms)) return <span>{at}</span>;
  const local = localTime(ms);
  return (
    <time
      dateTime={at}
      title={as === 'ago' ? `${local} (${utcText(at)})` : utcText(at)}
      className="figure"
    >
      {as === 'ago' ? agoInWords(now - ms) : local}
    </time>
  );
}

/** An instant in the reader's time zone: `14 Oct 2026, 05:20:11`. */
export function localTime(ms: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(ms);
}

function utcText(at: Instant): string {
  return `${at.slice(0, 10)} ${at.slice(11).replace('Z', '')} UTC`;
}

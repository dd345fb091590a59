import type { WhoCanRow } from '../../../../shared/api/access-answers.ts';
import { countOf, shortArn } from '../../../format.ts';

/** The ways to a model in few words: the first, and how many more; all of them are in `allWays`. */
export function wayWords(ways: WhoCanRow['ways']): string {
  const [first] = ways;
  if (first === undefined) return '-';
  const more = ways.length === 1 ? '' : ` and ${countOf(ways.length - 1, 'more way')}`;
  return `${shortArn(first.called)} in ${first.region}${more}`;
}

/** Every way in a line each: `us.anthropic.claude in us-east-1: allowed`. */
export function allWays(ways: WhoCanRow['ways'], between = '\n'): string {
  return ways
    .map(({ called, region, decision }) => `${called} in ${region}: ${decision}`)
    .join(between);
}

import type {
  UnusedAnswer,
  UnusedRow,
  WildcardGrant,
} from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** What a verdict says. */
export const VERDICT_WORDS: Readonly<Record<UnusedRow['verdict'], string>> = {
  'never-used': 'never used',
  'partly-used': 'partly used',
  used: 'used',
  'not-known': 'not known',
};

/** Unused access in a sentence. */
export function unusedHeadline({ rows }: UnusedAnswer): string {
  const never = rows.filter(({ verdict }) => verdict === 'never-used').length;
  const partly = rows.filter(({ verdict }) => verdict === 'partly-used').length;
  const wild = rows.filter(({ wildcards }) => wildcards.length > 0).length;
  const dark = rows.filter(({ verdict }) => verdict === 'not-known').length;
  const rest = dark === 0 ? '' : `; of ${exactCount(dark)} it is not known`;
  return `${countOf(never, 'principal')} never used the access to models that they have, ${exactCount(partly)} use only some of it${rest}; ${exactCount(wild)} have it by wildcard.`;
}

/** A wildcard grant in a line: `ml-platform, statement AllowAll: bedrock:* on *`. */
export function wildcardWords({
  policyName,
  sid,
  index,
  actions,
  resources,
}: WildcardGrant): string {
  const what = actions.length === 0 ? 'the actions it names' : actions.join(', ');
  const where = resources.length === 0 ? 'the resources it names' : resources.join(', ');
  return `${policyName}, statement ${sid ?? index}: ${what} on ${where}`;
}

import type {
  DecisionWord,
  WhatCanAnswer,
  WhoCanAnswer,
} from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** How many rows were decided each way. */
function counted(rows: readonly { readonly decision: DecisionWord }[]) {
  const of = (word: DecisionWord) => rows.filter(({ decision }) => decision === word).length;
  return { allowed: of('allowed'), conditional: of('conditional'), unknown: of('unknown') };
}

/** Who can, in a sentence: `12 principals can invoke Opus 5.5, 3 more under conditions; ...`. */
export function whoCanHeadline({ rows, label, denied }: WhoCanAnswer): string {
  const { allowed, conditional, unknown } = counted(rows);
  const parts = [
    ...(conditional === 0 ? [] : [`${exactCount(conditional)} more under conditions`]),
    ...(unknown === 0 ? [] : [`${exactCount(unknown)} unknown`]),
    `${exactCount(denied)} cannot`,
  ];
  return `${countOf(allowed, 'principal')} can invoke ${label}; ${parts.join(', ')}.`;
}

/** What can, in a sentence: `batch-etl can invoke 12 models, 3 more under conditions; 40 denied.` */
export function whatCanHeadline({ rows, name, denied }: WhatCanAnswer): string {
  const { allowed, conditional, unknown } = counted(rows);
  const unused = rows.filter(({ decision, calls }) => decision === 'allowed' && calls === 0).length;
  const parts = [
    ...(conditional === 0 ? [] : [`${exactCount(conditional)} more under conditions`]),
    ...(unknown === 0 ? [] : [`${exactCount(unknown)} unknown`]),
    `${exactCount(denied)} denied`,
  ];
  const never = unused === 0 ? '' : ` It never called ${exactCount(unused)} of those allowed.`;
  return `${name} can invoke ${countOf(allowed, 'model')}; ${parts.join(', ')}.${never}`;
}

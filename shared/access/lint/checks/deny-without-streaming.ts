import type { LintCheck } from '../linted-policy.ts';

const CALLS = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'] as const;

/** A Deny of whole answers that leaves streamed ones open, or the other way round. */
export const denyWithoutStreaming: LintCheck = {
  id: 'deny-without-streaming',
  *run({ statements, kind }) {
    if (kind === 'resource') return;
    const denying = statements.filter(({ effect }) => effect === 'Deny');
    const first = CALLS.map((call) =>
      denying.find(({ named }) => named.some(({ action }) => action === call)),
    );
    const denied = first.findIndex((statement) => statement !== undefined);
    const open = CALLS.filter((_, index) => first[index] === undefined);
    const [left] = open;
    if (denied < 0 || left === undefined) return;
    yield {
      severity: 'warning',
      path: first[denied]?.actionPath ?? '',
      message: `${CALLS[denied]} is denied and ${left} is not: the same models can still be called with it.`,
      remedy: `Deny ${left} as well.`,
    };
  },
};

import type { Found, LintCheck, LintedStatement } from '../linted-policy.ts';

/** Actions of the two endpoints that do the same. */
const TWINS = [
  {
    actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
    twin: 'bedrock-mantle:CreateInference',
    what: 'model calls',
  },
  {
    actions: ['bedrock:CallWithBearerToken'],
    twin: 'bedrock-mantle:CallWithBearerToken',
    what: 'API keys',
  },
] as const;

/**
 * A Deny on the bedrock-runtime endpoint that leaves bedrock-mantle open, which has actions and
 * condition keys of its own. (Service Authorization Reference, Amazon Bedrock Powered by AWS Mantle.)
 */
export const denyWithoutMantle: LintCheck = {
  id: 'deny-without-mantle',
  *run({ statements, kind }) {
    if (kind === 'resource') return;
    const denying = statements.filter(({ effect }) => effect === 'Deny');
    for (const { actions, twin, what } of TWINS) {
      if (denying.some((statement) => namesAny(statement, [twin]))) continue;
      const first = denying.find((statement) => namesAny(statement, actions));
      if (first !== undefined) yield { ...open(first, twin, what), severity: 'warning' };
    }
  },
};

function namesAny({ named }: LintedStatement, actions: readonly string[]): boolean {
  return named.some(({ action }) => actions.includes(action));
}

function open(statement: LintedStatement, twin: string, what: string): Omit<Found, 'severity'> {
  const byModel =
    twin.endsWith(':CreateInference') &&
    statement.targets.some(({ types }) =>
      types.some(({ id }) => id === 'bedrock:foundation-model'),
    );
  return {
    path: statement.actionPath,
    message: `This denies ${what} on the bedrock-runtime endpoint; the same over bedrock-mantle (${twin}) stays open.`,
    remedy: byModel
      ? `Deny ${twin} as well; models are told apart by the key bedrock-mantle:Model there.`
      : `Deny ${twin} as well.`,
  };
}

import type {
  AccessExplanation,
  CallGate,
  GuardrailChoice,
  PartProof,
  PreflightAnswer,
  RegionGate,
  RouteProof,
  StatementProof,
} from '../../shared/api/access-answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { printable } from '../../shared/model/printable.ts';
import { QUESTION_OPTIONS, questionOf, regionOf } from './access/question.ts';
import { tellGaps } from './access/tell-gaps.ts';
import { choice, usageError } from './arguments.ts';
import type { Command, CommandRun } from './command.ts';
import { EXIT } from './exit-code.ts';
import { withBackend, workspaceOf } from './session.ts';

/** Ways that are written out; the others are counted. */
const MOST_ROUTES = 12;

/** Explains whether a principal may call a model, statement by statement. */
export const explain: Command = {
  usage: 'explain <principal> <model>',
  details:
    'Explains whether a user or role may call a model: each way to call it, each resource that AWS authorises on that way, the decision, and the statements that decide with their policy and place. With --preflight it is one call: <model> is what goes into it (a model id, a profile id or an ARN) in the Region of --region.',
  options: {
    ...QUESTION_OPTIONS,
    preflight: { type: 'boolean', help: 'of one call, as it would be made in --region' },
    format: { type: 'string', value: 'FORMAT', help: 'text (for people, default) or json' },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    const [principalArn, called, extra] = positionals;
    if (principalArn === undefined || called === undefined) {
      throw usageError('<principal> and <model> have to be named.');
    }
    if (extra !== undefined) throw usageError(`'${extra}' is one argument too many.`);
    const format = choice(values, 'format', ['text', 'json']);
    const question = questionOf({ host, global, values });
    const session = { workspace: workspaceOf(host, global), readOnly: true };
    return withBackend(host, session, async ({ call }) => {
      const answer =
        values.preflight === true
          ? unwrap(
              await call('access.preflight', {
                principalArn,
                called,
                region: regionOf({ global }),
                operation: question.operation,
                context: question.context,
              }),
            )
          : unwrap(await call('access.explain', { principalArn, modelId: called, ...question }));
      if (format === 'json') host.out(`${JSON.stringify(answer, null, 2)}\n`);
      else host.out(textOf(answer));
      tellGaps(host, answer.gaps);
      return EXIT.ok;
    });
  },
};

function textOf(answer: AccessExplanation | PreflightAnswer): string {
  const routes = 'routes' in answer ? answer.routes : [answer.route];
  const more = routes.length - MOST_ROUTES;
  const guardrails = 'guardrails' in answer ? answer.guardrails : [];
  const lines = [
    answer.principalArn,
    `${answer.label}: ${answer.decision}. ${answer.sentence}`,
    ...routes.slice(0, MOST_ROUTES).flatMap(routeLines),
    ...(more > 0 ? ['', `... and ${more} more ways (--format json has them all)`] : []),
    ...(answer.gates.length > 0 ? ['', 'Beside IAM:'] : []),
    ...answer.gates.map(gateLine),
    ...(guardrails.length > 0 ? ['', 'With and without a guardrail:'] : []),
    ...guardrails.map(guardrailLine),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function gateLine(one: CallGate | RegionGate): string {
  const { gate, state, sentence } = one;
  const where = 'region' in one ? ` (${one.region})` : '';
  return `  ${gate}: ${state}${where}. ${sentence}`;
}

const USES: Readonly<Record<GuardrailChoice['use'], string>> = {
  without: 'without a guardrail',
  version: 'with a published version',
  draft: 'with a draft',
  other: 'with any other guardrail',
};

function guardrailLine({ use, decision, region, guardrail }: GuardrailChoice): string {
  const which = guardrail === null ? '' : `, ${guardrail}`;
  return `  ${USES[use]}: ${decision} (${region}${which})`;
}

function routeLines(route: RouteProof): readonly string[] {
  const { decision, called, region, plane } = route;
  const head = `${decision.toUpperCase()}  ${called} in ${region} over ${plane}`;
  return ['', head, `  ${route.reason}`, ...route.parts.flatMap(partLines)];
}

function partLines({ action, resource, requestedRegion, ...part }: PartProof): readonly string[] {
  return [
    `  ${part.decision}: ${action} on ${resource} (${requestedRegion})`,
    `    ${part.reason}`,
    // The reason of a single statement says all that there is to say of it.
    ...(part.statements.length > 1 ? part.statements.map(indented) : []),
  ];
}

function indented(statement: StatementProof): string {
  return `    ${statementLine(statement)}`;
}

function statementLine(statement: StatementProof): string {
  const { effect, policyName, via, index, sid, applies, missed, conditions } = statement;
  const place = `${policyName} (${via}), statement ${index}${sid === null ? '' : ` ${sid}`}`;
  const how = missed === null ? APPLIES[applies] : `does not apply: its ${missed} does not fit`;
  const words = conditions.map((condition) => condition.words).join('; ');
  return `${effect} by ${place}: ${how}${words === '' ? '' : `: ${words}`}`;
}

const APPLIES: Readonly<Record<StatementProof['applies'], string>> = {
  yes: 'applies',
  perhaps: 'perhaps applies',
  no: 'does not apply',
};

import type { AccessModel } from '../../../../shared/access/catalogue/route.ts';
import { explainCell } from '../../../../shared/access/explain/explain-cell.ts';
import type { ExplainQuestion } from '../../../../shared/access/explain/explain-route.ts';
import type { Way } from '../../../../shared/access/explain/proof.ts';
import {
  type DecideModel,
  type DecideRoute,
  type OpenWay,
  reasonFor,
  whatCan,
  whoCan,
} from '../../../../shared/access/explain/who-can.ts';
import type { AccessPrincipal } from '../../../../shared/access/world/access-world.ts';
import type {
  AccessExplanation,
  PolicyText,
  WhatCanAnswer,
  WhoCanAnswer,
} from '../../../../shared/api/access-answers.ts';
import type { Input } from '../../../../shared/api/contract.ts';
import type { AccessBase } from './access-base.ts';
import { callsSeen, refusedSeen } from './access-use.ts';
import { gatesOf, joinedGates } from './call-gates.ts';
import { findModel, findPrincipal } from './find.ts';
import { gatedSentence } from './gated-sentence.ts';
import { guardrailChoices } from './guardrail-choices.ts';
import { gapsOf } from './matrix.ts';

type Asked = Pick<Input<'access.explain'>, 'operation' | 'region' | 'context'>;

/** Everybody who may call a model. */
export function whoCanAnswer(base: AccessBase, input: Input<'access.who-can'>): WhoCanAnswer {
  const { world, catalogue, use } = base;
  const { modelId, label } = findModel(base, input.modelId);
  const access = base.compiled(input.context);
  const decide: DecideRoute = (principal) => access.decider(principal, input.operation);
  const { region } = input;
  const decideModel: DecideModel = (principal) => access.cell(principal, modelId, input);
  const found = whoCan({ world, catalogue, modelId, region, decide, decideModel });
  return {
    modelId,
    label,
    approved: base.isApproved(modelId),
    window: use.window,
    rows: found.rows.map(({ principal, decision, ways }) => {
      const seen = use.modelsOf(principal.arn).get(modelId);
      const open = ways();
      return {
        principalArn: principal.arn,
        accountId: principal.accountId,
        name: principal.name,
        kind: principal.kind,
        team: base.teamOf(principal),
        decision,
        reason: reasonFor(questionOf(base, principal, input), open),
        ways: open.map(wayOf),
        calls: seen?.calls ?? 0,
        lastDay: seen?.lastDay ?? null,
      };
    }),
    denied: found.denied,
    gaps: gapsOf(base),
  };
}

/** A way without its route, which stays in the backend. */
function wayOf({ called, plane, region, decision }: OpenWay): Way {
  return { called, plane, region, decision };
}

/** Everything that a principal may call. */
export function whatCanAnswer(base: AccessBase, input: Input<'access.what-can'>): WhatCanAnswer {
  const { catalogue, use } = base;
  const principal = findPrincipal(base, input.principalArn);
  const access = base.compiled(input.context);
  const decide: DecideRoute = (who) => access.decider(who, input.operation);
  const { rows, denied } = whatCan({ principal, catalogue, region: input.region, decide });
  const used = use.modelsOf(principal.arn);
  return {
    principalArn: principal.arn,
    name: principal.name,
    kind: principal.kind,
    window: use.window,
    rows: rows.map(({ model, decision, ways }) => ({
      modelId: model.modelId,
      label: model.label,
      provider: model.provider,
      approved: base.isApproved(model.modelId),
      decision,
      reason: reasonFor(questionOf(base, principal, input), ways()),
      ways: ways().map(wayOf),
      calls: used.get(model.modelId)?.calls ?? 0,
      lastDay: used.get(model.modelId)?.lastDay ?? null,
    })),
    denied,
    refused: refusedSeen(use, principal.arn),
    policies: policiesOf(principal),
    gaps: gapsOf(base),
  };
}

/** One cell as a proof. */
export function explanation(base: AccessBase, input: Input<'access.explain'>): AccessExplanation {
  const principal = findPrincipal(base, input.principalArn);
  const model = findModel(base, input.modelId);
  const { modelId, label } = model;
  const question = questionOf(base, principal, input);
  const { catalogue } = base;
  const proof = explainCell({ ...question, catalogue, modelId, region: input.region });
  const gates = proof === null ? [] : gatesOf(base, { principal, modelId, asked: input });
  return {
    principalArn: principal.arn,
    modelId,
    label,
    ...(proof === null
      ? notOffered(principal, model, input.region)
      : { ...proof, sentence: gatedSentence(base, { principal, proof, modelId, gates }) }),
    use: callsSeen(base.use, principal.arn, modelId),
    gates: joinedGates(gates),
    guardrails: guardrailChoices(base, { principal, modelId, asked: input }),
    gaps: gapsOf(base),
  };
}

/** All policies that bear on a principal, as they were read. */
export function policiesOf({ policies }: AccessPrincipal): readonly PolicyText[] {
  const { identity, boundary, scps } = policies;
  const all = [...identity, ...(boundary === null ? [] : [boundary]), ...(scps ?? []).flat()];
  return all.map(({ id, name, type, via, document }) => ({
    policyId: id,
    name,
    type,
    via,
    document,
  }));
}

/** A question for proofs. */
export function questionOf(
  { world, at }: AccessBase,
  principal: AccessPrincipal,
  { operation, context }: Pick<Asked, 'operation' | 'context'>,
): ExplainQuestion {
  return { world, principal, operation, choice: context, at };
}

function notOffered(
  { name, accountId }: AccessPrincipal,
  { label }: AccessModel,
  region: string | null,
): Pick<AccessExplanation, 'decision' | 'sentence' | 'routes'> {
  const where = region === null ? 'no Region that was read' : `${region}, as far as was read,`;
  const offers = region === null ? 'offers' : 'does not offer';
  return {
    decision: 'denied',
    sentence: `${name} has no way to call ${label}: ${where} ${offers} it to account ${accountId}.`,
    routes: [],
  };
}

import { checkGuardrail } from '../../model-answers/guardrail-check.ts';
import { objectOf, objectsOf, requiredText, textOf } from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';
import type { WorldGuardrail } from '../../world/guardrails/guardrails-world.ts';
import { BLOCKED_INPUT, BLOCKED_OUTPUT } from '../bedrock/describe-guardrail.ts';
import { findGuardrail } from '../bedrock/guardrails.ts';

/** ApplyGuardrail: checks text without calling a model. */
export function applyGuardrail(call: Call): object {
  const id = requiredText(call.input, 'guardrailIdentifier');
  const guardrail = guardrailVersion(call, id, requiredText(call.input, 'guardrailVersion'));
  if (guardrail === undefined) {
    const text = 'The guardrail identifier or version provided in the request does not exist.';
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  const source = requiredText(call.input, 'source');
  if (source !== 'INPUT' && source !== 'OUTPUT')
    throw invalidInput('source must be INPUT or OUTPUT');
  const text = objectsOf(call.input, 'content')
    .map((block) => textOf(objectOf(block, 'text') ?? {}, 'text') ?? '')
    .join('\n');
  const verdict = checkGuardrail(guardrail, text, source);
  const message = source === 'INPUT' ? BLOCKED_INPUT : BLOCKED_OUTPUT;
  const replaced = verdict.outcome === 'block' ? message : verdict.text;
  return {
    usage: verdict.usage,
    action: verdict.outcome === 'none' ? 'NONE' : 'GUARDRAIL_INTERVENED',
    actionReason: verdict.outcome === 'none' ? 'No action.' : `Guardrail ${verdict.outcome}ed.`,
    outputs: verdict.outcome === 'none' ? [] : [{ text: replaced }],
    assessments: [verdict.assessment],
    guardrailCoverage: { textCharacters: { guarded: text.length, total: text.length } },
  };
}

/** One version of a guardrail of the caller's account and Region. */
export function guardrailVersion(
  call: Call,
  id: string,
  version: string,
): WorldGuardrail | undefined {
  return findGuardrail(call, id).find((one) => one.version === version);
}

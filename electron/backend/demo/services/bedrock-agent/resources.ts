import { requiredText } from '../../protocols/input.ts';
import type { Call } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';

/** The fault of every operation whose resource is not there. */
export function notFound(message: string): WireFault {
  return new WireFault('ResourceNotFoundException', 404, message);
}

/** Names the resource of a call for a denial: the kind of ARN, and the label that holds the id. */
export function agentResource(kind: string, label: string): (call: Call) => string {
  return (call) => {
    const id = requiredText(call.input, label);
    if (id.startsWith('arn:')) return id;
    return `arn:aws:bedrock:${call.region}:${call.identity.accountId}:${kind}/${id}`;
  };
}

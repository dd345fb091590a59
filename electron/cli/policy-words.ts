import type {
  MissingPolicy,
  OwnedRefusal,
  RequiredPolicy,
  WorkspacePolicy,
} from '../../shared/api/answers.ts';
import { refusalText } from '../../shared/api/refusal-words.ts';
import { groupThousands } from '../../shared/model/group-thousands.ts';
import type { CliHost } from './command.ts';

/** Connections of another partition need a policy of their own: IAM refuses ARNs of both in one. */
export function notePartitions(
  { err }: CliHost,
  { partition, partitions }: Pick<WorkspacePolicy, 'partition' | 'partitions'>,
): void {
  const others = partitions.filter((other) => other !== partition);
  if (others.length === 0) return;
  const hint = others.map((other) => `--partition ${other}`).join(', ');
  err.write(
    `This policy is for accounts of ${partition}; the workspace connects others too: ${hint}.\n`,
  );
}

/** IAM refuses a managed policy that is too long; several of them are not. */
export function noteSize(
  { err }: CliHost,
  { characters, charactersAllowed, parts }: RequiredPolicy,
): void {
  if (characters <= charactersAllowed) return;
  err.write(
    `This policy has ${groupThousands(String(characters))} characters; IAM takes ` +
      `${groupThousands(String(charactersAllowed))} in one managed policy. --parts prints it as ${parts.length} ` +
      'managed policies that are attached together.\n',
  );
}

/** Says what was denied and no policy of one's own allows, and when nothing is missing at all. */
export function noteRefusals({ err }: CliHost, { grants, refusals }: MissingPolicy): void {
  if (grants.length === 0) err.write('No permission is missing that a policy can give.\n');
  for (const refusal of refusals) err.write(`${lineOf(refusal)}\n`);
}

function lineOf(refusal: OwnedRefusal): string {
  return `Not in it: ${refusalText(refusal)}`;
}

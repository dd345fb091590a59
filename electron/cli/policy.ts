import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequiredPolicy, WorkspacePolicy } from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { FEATURE_IDS, type FeatureId } from '../../shared/model/features.ts';
import { groupThousands } from '../../shared/model/group-thousands.ts';
import { PARTITIONS, type Partition } from '../../shared/model/partition.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { requiredPolicy } from '../backend/scan/required-policy.ts';
import { DATABASE_FILE } from '../backend/store/open.ts';
import { choice, noPositionals, optionalText, someOf } from './arguments.ts';
import type { CliHost, Command, CommandRun, OptionValues } from './command.ts';
import { EXIT } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { withBackend, workspaceOf } from './session.ts';

const COLUMNS: readonly ItemColumn<RequiredPolicy['actions'][number]>[] = [
  { id: 'action', title: 'Action', kind: 'text', value: ({ action }) => action },
  { id: 'used_for', title: 'Used for', kind: 'text', value: ({ usedFor }) => usedFor },
];

/** Prints the least-privilege policy for Assay itself. */
export const policy: Command = {
  usage: 'policy',
  details:
    'Prints the read-only IAM policy that Assay needs, generated from what its collectors and sources declare. Log buckets are named as soon as a scan of the workspace has found them. The table says what each action is used for.',
  options: {
    feature: {
      type: 'string',
      value: 'LIST',
      help: 'some of models, guardrails, agents, agentcore, identity,\norganization, surroundings, limits, logs, digests, events, metrics,\nbill, prices and prompt-lab, comma-separated (default: everything\nthat a scan reads by default)',
    },
    partition: {
      type: 'string',
      value: 'NAME',
      help: 'aws, aws-us-gov or aws-cn, whose ARNs it names (default: that\nof the Regions that are connected)',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'json (the policy, default), table or csv (its actions)',
    },
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const format = choice(values, 'format', ['json', ...FORMATS]);
    const features = featuresOf(values);
    const partition = partitionIn(values);
    const chosen = {
      ...(features === null ? {} : { features }),
      ...(partition === null ? {} : { partition }),
    };
    const policy = await policyFor(host, workspaceOf(host, global), chosen);
    const { json, actions } = policy;
    noteSize(host, policy);
    notePartitions(host, policy);
    const table = tableOf(COLUMNS, actions);
    host.out(format === 'json' ? `${json}\n` : formatTable(table, format, host.width));
    return EXIT.ok;
  },
};

/** What the options say. */
interface ChosenPolicy {
  readonly features?: FeatureId[];
  readonly partition?: Partition;
}

/** The policy is needed before there is a workspace; one that was scanned knows the log buckets. */
async function policyFor(
  host: CliHost,
  workspace: string,
  chosen: ChosenPolicy,
): Promise<WorkspacePolicy> {
  if (workspace === 'demo' || !existsSync(join(workspace, DATABASE_FILE))) {
    const policy = requiredPolicy(chosen);
    return { ...policy, partitions: [policy.partition] };
  }
  return withBackend(host, { workspace, readOnly: true }, async ({ call }) =>
    unwrap(await call('policy.get', chosen)),
  );
}

/** @throws AppError `invalid-input` naming what is no feature. */
function featuresOf(values: OptionValues): FeatureId[] | null {
  const text = optionalText(values, 'feature');
  if (text === null) return null;
  return someOf(text, { option: '--feature', allowed: FEATURE_IDS });
}

/** @throws UsageError naming the partitions. */
function partitionIn(values: OptionValues): Partition | null {
  return optionalText(values, 'partition') === null
    ? null
    : choice(values, 'partition', PARTITIONS);
}

/** Connections of another partition need a policy of their own: IAM refuses ARNs of both in one. */
function notePartitions(host: CliHost, { partition, partitions }: WorkspacePolicy): void {
  const others = partitions.filter((other) => other !== partition);
  if (others.length === 0) return;
  const hint = others.map((other) => `--partition ${other}`).join(', ');
  host.err.write(
    `This policy is for accounts of ${partition}; the workspace connects others too: ${hint}.\n`,
  );
}

/** IAM refuses a managed policy that is too long; several of them are not. */
function noteSize(host: CliHost, { characters, charactersAllowed }: RequiredPolicy): void {
  if (characters <= charactersAllowed) return;
  host.err.write(
    `This policy has ${groupThousands(String(characters))} characters; IAM takes ` +
      `${groupThousands(String(charactersAllowed))} in one managed policy. Make several with --feature and ` +
      'attach them all, or use it as an inline policy of a role (10,240).\n',
  );
}

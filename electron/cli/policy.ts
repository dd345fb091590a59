import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import type {
  MissingGrant,
  MissingPolicy,
  PolicyPart,
  RequiredPolicy,
  WorkspacePolicy,
} from '../../shared/api/answers.ts';
import { unwrap } from '../../shared/api/result.ts';
import { FEATURE_IDS, type FeatureId } from '../../shared/model/features.ts';
import { PARTITIONS, type Partition } from '../../shared/model/partition.ts';
import { type ItemColumn, tableOf } from '../../shared/reports/table.ts';
import { systemNow } from '../backend/clock.ts';
import { requiredPolicy } from '../backend/scan/required-policy.ts';
import { DATABASE_FILE } from '../backend/store/open.ts';
import { demoFolders } from '../backend/workspace/older-demos.ts';
import { POLICY_FOR_OPTIONS, policyFor as policyOf } from './access/policy-for.ts';
import { choice, noPositionals, optionalText, someOf, usageError } from './arguments.ts';
import type { CliHost, Command, CommandRun, OptionValues } from './command.ts';
import { refuseOtherEnding, writeOut } from './delivery.ts';
import { EXIT } from './exit-code.ts';
import { FORMATS, formatTable } from './output.ts';
import { notePartitions, noteRefusals, noteSize } from './policy-words.ts';
import { withBackend, workspaceOf } from './session.ts';

const COLUMNS: readonly ItemColumn<RequiredPolicy['actions'][number]>[] = [
  { id: 'action', title: 'Action', kind: 'text', value: ({ action }) => action },
  { id: 'used_for', title: 'Used for', kind: 'text', value: ({ usedFor }) => usedFor },
];

const MISSING: readonly ItemColumn<MissingGrant>[] = [
  { id: 'action', title: 'Action', kind: 'text', value: ({ action }) => action },
  { id: 'resource', title: 'Resource', kind: 'text', value: ({ resource }) => resource },
  { id: 'read_for', title: 'Read for', kind: 'text', value: ({ names }) => names.join(', ') },
  {
    id: 'accounts',
    title: 'Accounts',
    kind: 'text',
    value: ({ accountIds }) => accountIds.join(', '),
  },
];

/** Prints the least-privilege policy for Assay itself. */
export const policy: Command = {
  usage: 'policy [--for PRINCIPAL]',
  details:
    'Prints the read-only IAM policy that Assay needs, generated from what its collectors and sources declare. Log buckets are named as soon as a scan of the workspace has found them. The table says what each action is used for. One that is too long for one managed policy (6,144 characters, white space not counted) is cut by --parts into as few as hold it, which are attached together. With --missing it is only what AWS denied when the workspace was last read: each action on the resources that AWS named; what a policy of your own cannot allow is named on stderr with who can. With --for it is a policy for somebody else: what a user or role was seen to call and nothing more, as JSON, Terraform or CloudFormation, with what was proven of it on stderr.',
  options: {
    feature: {
      type: 'string',
      value: 'LIST',
      help: 'some of models, guardrails, agents, agentcore, identity,\norganization, surroundings, limits, logs, digests, events, metrics,\nbill, prices and prompt-lab, comma-separated (default: everything\nthat a scan reads by default)',
    },
    missing: { type: 'boolean', help: 'only what was denied when the workspace was last read' },
    partition: {
      type: 'string',
      value: 'NAME',
      help: 'whose ARNs it names: aws, aws-us-gov, aws-cn, aws-eusc, aws-iso,\naws-iso-b, aws-iso-e or aws-iso-f (default: that of the Regions\nthat are connected)',
    },
    parts: {
      type: 'boolean',
      help: 'as a JSON array of managed policies, as few as hold it; with --out\na file for each: FILE-1.json, FILE-2.json',
    },
    format: {
      type: 'string',
      value: 'FORMAT',
      help: 'json (the policy, default), table or csv (its actions); of --for\njson, terraform or cloudformation',
    },
    out: {
      type: 'string',
      value: 'FILE',
      help: 'write to this file and not to stdout; one that exists is replaced',
    },
    ...POLICY_FOR_OPTIONS,
  },
  async run({ host, global, values, positionals }: CommandRun) {
    noPositionals(positionals);
    const principal = optionalText(values, 'for');
    if (principal !== null) return policyOf({ host, global, values }, principal);
    for (const name of ['days', 'guardrail']) {
      if (values[name] !== undefined) throw usageError(`--${name} is of --for PRINCIPAL.`);
    }
    const output = outputOf(values);
    const features = featuresOf(values);
    const partition = partitionIn(values);
    const workspace = workspaceOf(host, global);
    const where = partition === null ? {} : { partition };
    if (values.missing === true) {
      if (features !== null)
        throw usageError('--missing is for what was denied; it has no --feature.');
      await tellMissing(host, output, await missingIn(host, workspace, where));
      return EXIT.ok;
    }
    const chosen = { ...where, ...(features === null ? {} : { features }) };
    await tellRequired(host, output, await policyFor(host, workspace, chosen));
    return EXIT.ok;
  },
};

/** How a policy leaves. */
interface PolicyOutput {
  readonly format: 'json' | (typeof FORMATS)[number];
  readonly parts: boolean;
  readonly out: string | null;
}

/** @throws AppError `invalid-input` where the options contradict each other. */
function outputOf(values: OptionValues): PolicyOutput {
  const format = choice(values, 'format', ['json', ...FORMATS]);
  const parts = values.parts === true;
  const out = optionalText(values, 'out');
  if (out === '') throw usageError('--out FILE is the name of a file.');
  if (values.format === undefined) refuseOtherEnding(out, ['json']);
  if (parts && format !== 'json') throw usageError('--parts are policies; --format is json then.');
  return { format, parts, out };
}

async function tellRequired(
  host: CliHost,
  output: PolicyOutput,
  policy: WorkspacePolicy,
): Promise<void> {
  if (!output.parts) noteSize(host, policy);
  notePartitions(host, policy);
  if (output.format !== 'json') {
    return put(
      host,
      output.out,
      formatTable(tableOf(COLUMNS, policy.actions), output.format, host.width),
    );
  }
  if (output.parts) return putParts(host, output.out, policy.parts);
  await put(host, output.out, `${policy.json}\n`);
}

/** What is missing is as many policies as it takes, and nothing where nothing is. */
async function tellMissing(
  host: CliHost,
  output: PolicyOutput,
  missing: MissingPolicy,
): Promise<void> {
  noteRefusals(host, missing);
  notePartitions(host, missing);
  const { parts, grants } = missing;
  if (output.format !== 'json') {
    return put(host, output.out, formatTable(tableOf(MISSING, grants), output.format, host.width));
  }
  const [only, ...more] = parts;
  if (output.parts || more.length > 0) return putParts(host, output.out, parts);
  if (only !== undefined) await put(host, output.out, `${only.json}\n`);
}

async function put(host: CliHost, out: string | null, text: string): Promise<void> {
  if (out === null) host.out(text);
  else await writeOut(out, text);
}

/** All parts as one array, or each in a file of its own; a single one in the file that was named. */
async function putParts(
  host: CliHost,
  out: string | null,
  parts: readonly PolicyPart[],
): Promise<void> {
  if (out === null) {
    host.out(
      `${JSON.stringify(
        parts.map(({ json }) => JSON.parse(json)),
        null,
        2,
      )}\n`,
    );
    return;
  }
  const { dir, name, ext } = parse(out);
  for (const [index, { json }] of parts.entries()) {
    const file = parts.length === 1 ? out : join(dir, `${name}-${index + 1}${ext}`);
    await writeOut(file, `${json}\n`);
    host.err.write(`${file}\n`);
  }
}

async function missingIn(
  host: CliHost,
  workspace: string,
  where: { readonly partition?: Partition },
): Promise<MissingPolicy> {
  return withBackend(host, { workspace, readOnly: true }, async ({ call }) =>
    unwrap(await call('policy.missing', where)),
  );
}

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
  const folder = workspace === 'demo' ? demoFolders(host.home, systemNow()).today : workspace;
  if (!existsSync(join(folder, DATABASE_FILE))) {
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

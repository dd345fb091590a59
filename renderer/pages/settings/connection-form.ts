import type { Connection, Profile } from '../../../shared/api/answers.ts';
import type { Input } from '../../../shared/api/contract.ts';
import { connectionInput } from '../../../shared/api/schemas.ts';
import { regionsProblem } from './regions.ts';

/** What the reader entered for a new connection. */
export interface ConnectionForm {
  /** Empty for the SDK's default credential chain. */
  readonly profile: string;
  readonly label: string;
  readonly regions: readonly string[];
  readonly roleArn: string;
  /** The role in every other account of the organisation; empty to read one account. */
  readonly organizationRole: string;
  readonly endpointUrl: string;
}

export type CheckedConnection =
  | { readonly ok: true; readonly input: Input<'connection.add'> }
  | {
      readonly ok: false;
      readonly errors: Partial<Readonly<Record<keyof ConnectionForm, string>>>;
    };

const MESSAGES: Readonly<Record<keyof ConnectionForm, string>> = {
  profile: 'Choose a profile with a shorter name (at most 256 characters)',
  label: 'Give the connection a name of at most 80 characters',
  regions: 'Choose at least one Region, each a code like eu-west-1',
  organizationRole:
    'A pattern names each account as {account}, as in arn:aws:iam::{account}:role/AssayReader',
  roleArn: 'A role ARN starts with arn:, as in arn:aws:iam::111122223333:role/audit',
  endpointUrl: 'An endpoint is an address like http://127.0.0.1:5000',
};

/** Checks a form against the contract; the errors are words for the reader, by field. */
export function checkConnection(form: ConnectionForm): CheckedConnection {
  const parsed = connectionInput.safeParse({
    label: form.label.trim(),
    regions: form.regions,
    ...(form.profile !== '' && { profile: form.profile }),
    ...(form.roleArn.trim() !== '' && { roleArn: form.roleArn.trim() }),
    ...(form.organizationRole.trim() !== '' && {
      organizationRole: form.organizationRole.trim(),
    }),
    ...(form.endpointUrl.trim() !== '' && { endpointUrl: form.endpointUrl.trim() }),
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  const fields = parsed.error.issues.map((issue) => issue.path[0]).filter(isField);
  return {
    ok: false,
    errors: Object.fromEntries(fields.map((key) => [key, messageOf(key, form)])),
  };
}

/** Regions that cannot be are named; everything else is told by what is expected. */
function messageOf(key: keyof ConnectionForm, { regions }: ConnectionForm): string {
  return (key === 'regions' ? regionsProblem(regions) : null) ?? MESSAGES[key];
}

function isField(key: unknown): key is keyof ConnectionForm {
  return typeof key === 'string' && Object.hasOwn(MESSAGES, key);
}

/** Takes over what a profile says; what the reader chose differently stays. */
export function withProfile(
  form: ConnectionForm,
  name: string,
  profile: Profile | undefined,
): ConnectionForm {
  const region = profile?.region ?? null;
  return {
    ...form,
    profile: name,
    label: form.label === '' || form.label === form.profile ? name : form.label,
    regions: form.regions.length === 0 && region !== null ? [region] : form.regions,
    endpointUrl: profile?.endpointUrl ?? form.endpointUrl,
  };
}

/** The form of a connection that exists, to change it. */
export function formOfConnection(connection: Connection): ConnectionForm {
  const { label, profile, roleArn, regions, endpointUrl, organization } = connection;
  return {
    label,
    profile: profile ?? '',
    regions,
    roleArn: roleArn ?? '',
    endpointUrl: endpointUrl ?? '',
    organizationRole: organization?.rolePattern ?? '',
  };
}

/**
 * Whether adding a form puts a connection beside an old one instead of in its place: profile, role
 * and endpoint are what a connection is known by.
 */
export function standsBeside(input: Input<'connection.add'>, old: Connection): boolean {
  return (
    (input.profile ?? null) !== old.profile ||
    (input.roleArn ?? null) !== old.roleArn ||
    (input.endpointUrl ?? null) !== old.endpointUrl
  );
}

import {
  type Found,
  type LintCheck,
  type LintedPolicy,
  readLinted,
} from '../access/lint/linted-policy.ts';
import type { IamIdentity, OrganizationPolicy } from '../model/dataset.ts';
import type { RuleInput, UnreadPart } from './rule.ts';

/** A policy as rules read it: its text, and what it is and bears on. */
export interface PolicyText {
  /** The managed policy's ARN, or `<identity ARN> inline <name>`. */
  readonly id: string;
  readonly name: string;
  /** Null where it was not read. */
  readonly document: string | null;
  /** What could not be read of it, of an organisation's policy. */
  readonly unread: readonly UnreadPart[];
}

/** A user, group or role with the policies that it has itself. */
export interface IdentityTexts {
  readonly identity: IamIdentity;
  readonly policies: readonly PolicyText[];
  /** Those of its groups, which IAM reads together with its own. */
  readonly inherited: readonly PolicyText[];
}

const SERVICE_LINKED = '/aws-service-role/';

/** Users, groups and roles with their policies; roles that AWS services keep are left out. */
export function identityTexts(input: RuleInput<'account-authorization'>): readonly IdentityTexts[] {
  return input.items('account-authorization').flatMap(({ identities, policies }) => {
    const documents = new Map(policies.map(({ arn, document }) => [arn, document] as const));
    const groups = new Map(
      identities.filter(({ kind }) => kind === 'group').map((group) => [group.name, group]),
    );
    return identities
      .filter(({ path }) => !path.startsWith(SERVICE_LINKED))
      .map((identity) => ({
        identity,
        policies: textsOf(identity, documents),
        inherited: identity.groups.flatMap((name) => ofGroup(name, groups.get(name), documents)),
      }));
  });
}

/** Users and roles, who act; the policies of groups are among those of their users. */
export function actingTexts(input: RuleInput<'account-authorization'>): readonly IdentityTexts[] {
  return identityTexts(input)
    .filter(({ identity }) => identity.kind !== 'group')
    .map((texts) => ({ ...texts, policies: [...texts.policies, ...texts.inherited] }));
}

function ofGroup(
  name: string,
  group: IamIdentity | undefined,
  documents: ReadonlyMap<string, string>,
): readonly PolicyText[] {
  const via = `group ${name}`;
  if (group === undefined) return [{ id: via, name: via, document: null, unread: [] }];
  return textsOf(group, documents).map((text) => ({ ...text, name: `${text.name} of ${via}` }));
}

function textsOf(
  { arn: owner, inlinePolicies, attachedPolicyArns }: IamIdentity,
  documents: ReadonlyMap<string, string>,
): readonly PolicyText[] {
  const inline = inlinePolicies.map(({ name, document }) => ({
    id: `${owner} inline ${name}`,
    name,
    document,
    unread: [],
  }));
  const attached = attachedPolicyArns.map((arn) => ({
    id: arn,
    name: arn.slice(arn.lastIndexOf('/') + 1),
    document: documents.get(arn) ?? null,
    unread: [],
  }));
  return [...inline, ...attached];
}

/** Policies that identities of the account have, each once. */
export function policiesInUse(input: RuleInput<'account-authorization'>): readonly PolicyText[] {
  const all = identityTexts(input).flatMap(({ policies }) => policies);
  return [...new Map(all.map((policy) => [policy.id, policy] as const)).values()];
}

/** The service control policies that are attached somewhere, or of which that is not known. */
export function attachedScps(
  input: RuleInput<'organization-policies'>,
): readonly OrganizationPolicy[] {
  return input
    .items('organization-policies')
    .filter(
      ({ type, targets }) =>
        type === 'SERVICE_CONTROL_POLICY' && (!targets.read || targets.value.length > 0),
    );
}

/** An organisation's policy as a text. */
export function scpText({ arn, name, content }: OrganizationPolicy): PolicyText {
  if (content.read) return { id: arn, name, document: content.value, unread: [] };
  const unread = [{ dataset: 'organization-policies', outcome: content.outcome }] as const;
  return { id: arn, name, document: null, unread };
}

/** A document read as the lint reads it; null where it is no JSON object. */
export function lintedIdentity(document: string): LintedPolicy | null {
  return readLinted(document, 'identity')?.linted ?? null;
}

/** What one check of the lint finds in a document; nothing where that is no JSON object. */
export function foundBy(
  check: LintCheck,
  document: string,
  kind: 'identity' | 'scp',
): readonly Found[] {
  const read = readLinted(document, kind);
  return read === null ? [] : [...check.run(read.linted)];
}

/** All statements of several policies as one document. */
export interface JoinedPolicies {
  readonly document: string;
  /** Where a statement of it comes from: `models (statement 2)`. */
  placeOf(index: number): string;
}

/** Joins policies of one identity, which IAM reads together; null where one was not read. */
export function joinPolicies(policies: readonly PolicyText[]): JoinedPolicies | null {
  const read = policies.map(({ name, document }) => ({ name, statements: statementsIn(document) }));
  const all = read.flatMap(({ name, statements }) =>
    (statements ?? []).map((statement, index) => ({ name, statement, index })),
  );
  if (read.some(({ statements }) => statements === null)) return null;
  const Statement = all.map(({ statement }) => statement);
  return {
    document: JSON.stringify({ Version: '2012-10-17', Statement }),
    placeOf: (place) => {
      const source = all[place];
      return source === undefined ? '' : `${source.name} (statement ${source.index + 1})`;
    },
  };
}

function statementsIn(document: string | null): readonly unknown[] | null {
  const linted = document === null ? null : lintedIdentity(document);
  if (linted === null) return null;
  const { Statement } = linted.document;
  return Array.isArray(Statement) ? Statement : [Statement];
}

/** The place of the statement that a finding's path names: 2 of `Statement[2].Action`. */
export function statementOf(path: string): number {
  return Number(/^Statement\[(\d+)\]/.exec(path)?.[1] ?? Number.NaN);
}

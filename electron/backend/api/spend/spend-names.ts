import type { Groupable, GroupNames, Origin } from '../../../../shared/cost/grouping.ts';
import { personBehind } from '../../../../shared/cost/teams/caller-person.ts';
import { createTeamAssigner } from '../../../../shared/cost/teams/team-assigner.ts';
import type { OwnedTags } from '../../../../shared/cost/teams/usage-attributes.ts';
import type { IamIdentity, InferenceProfile } from '../../../../shared/model/dataset.ts';
import type { ModelRef } from '../../../../shared/model/model-id.ts';
import { modelKey } from '../../../../shared/model/model-id.ts';
import { principalWithoutPath } from '../../../../shared/model/principal.ts';
import { TAG_OWNERS, type TeamRule } from '../../../../shared/model/team-rules.ts';
import type { ReadingsOfDataset } from '../inventory-api.ts';
import { type Served, servedRoles } from './served-roles.ts';
import { readTagged, type Tagged } from './tagged.ts';

/** What names follow from: rules and readings. */
export interface NamesInput {
  readonly rules: readonly TeamRule[];
  readonly readings: ReadingsOfDataset;
}

interface Facts extends NamesInput {
  readonly profiles: ReadonlyMap<string, InferenceProfile>;
  /** By ARN without path. */
  readonly identities: ReadonlyMap<string, IamIdentity>;
  readonly tagged: Tagged;
  readonly served: Served;
  readonly guardrails: ReadonlyMap<string, string>;
}

/** Names of groups as last read: people, teams by the rules, tags, agents. */
export function spendNames(input: NamesInput): GroupNames {
  const facts = factsOf(input);
  const teamOf = createTeamAssigner(input.rules).teamOf;
  const known = new Map<string, string>();
  return {
    personOf,
    tagOf: (key, row, model) => tagOf(key, tagsOf(facts, row, model)),
    teamOf(row, model) {
      const { accountId, principalArn, origin } = row;
      const key = [
        accountId,
        principalArn,
        model.key,
        origin?.sessionName,
        origin?.sourceIdentity,
        origin?.onBehalfOf,
        origin?.project,
        metadataText(origin?.metadata ?? {}),
      ].join('\u001f');
      const team = known.get(key) ?? teamOf(attributesOf(facts, row, model)).team;
      known.set(key, team);
      return team;
    },
    servedBy: (what, arn) => facts.served.keyOf(what, arn),
    labelOf(grouping, key) {
      if (grouping === 'profile') return facts.profiles.get(key)?.profileName ?? null;
      if (grouping === 'guardrail') return facts.guardrails.get(key) ?? null;
      if (grouping === 'agent' || grouping === 'knowledge-base')
        return facts.served.labelOf(grouping, key);
      return null;
    },
  };
}

/** Most calls have none, or are not asked for any. */
function metadataText(metadata: Origin['metadata']): string {
  for (const _ in metadata) return JSON.stringify(metadata);
  return '';
}

function factsOf(input: NamesInput): Facts {
  const { readings } = input;
  const profiles = readings('inference-profiles').flatMap(({ items }) => items);
  const identities = readings('account-authorization').flatMap(({ items }) =>
    items.flatMap((item) => item.identities),
  );
  const guardrails = readings('guardrails').flatMap(({ items }) => items);
  return {
    ...input,
    profiles: new Map(profiles.map((profile) => [modelKey(profile.profileArn), profile])),
    identities: new Map(identities.map((one) => [principalWithoutPath(one.arn), one])),
    tagged: readTagged(readings),
    served: servedRoles(readings),
    guardrails: new Map(guardrails.map(({ guardrailId, name }) => [guardrailId, name])),
  };
}

/** The person behind a row's session, or the root user; null where nothing tells one. */
export function personOf({ principalArn, origin }: Groupable): string | null {
  if (principalArn === null) return null;
  return personBehind({
    principalArn,
    sessionName: origin?.sessionName ?? null,
    sourceIdentity: origin?.sourceIdentity ?? null,
    onBehalfOf: origin?.onBehalfOf ?? null,
  });
}

function attributesOf(facts: Facts, row: Groupable, model: ModelRef) {
  const { origin, accountId, principalArn } = row;
  const profile = model.kind === 'application-inference-profile' ? model.key : null;
  const read = profile === null ? undefined : facts.profiles.get(profile);
  const project = origin?.project ?? null;
  return {
    accountId,
    principalArn,
    person: personOf(row),
    profile:
      profile === null
        ? null
        : { id: read?.profileArn ?? profile, name: read?.profileName ?? null },
    project: project === null ? null : { id: project, name: null },
    requestMetadata: origin?.metadata ?? {},
    tags: tagsOf(facts, row, model),
  };
}

function tagsOf(
  { tagged, identities }: Facts,
  { principalArn, accountId }: Groupable,
  model: ModelRef,
): readonly OwnedTags[] {
  const identity =
    principalArn === null ? undefined : identities.get(principalWithoutPath(principalArn));
  return [
    { owner: 'profile', tags: tagged.profiles.get(model.key) ?? {} },
    { owner: 'model', tags: tagged.models.get(model.key) ?? {} },
    { owner: 'principal', tags: identity?.tags ?? {} },
    { owner: 'account', tags: tagged.accounts.get(accountId) ?? {} },
  ];
}

/** The value of a tag of what is nearest to the call. */
function tagOf(key: string, owned: readonly OwnedTags[]): string | null {
  for (const owner of TAG_OWNERS) {
    const tags = owned.find((one) => one.owner === owner)?.tags ?? {};
    if (Object.hasOwn(tags, key)) return tags[key] ?? null;
  }
  return null;
}

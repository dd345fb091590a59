import { AGENT_KEYS, COLLECTIONS } from '../agents/names.ts';
import type { WorldCollection, WorldSecurityPolicy } from './surroundings-world.ts';

/** Every collection: the catalogue's is reached by Bedrock and one VPC, the helpdesk's by anybody. */
const ALL: readonly WorldCollection[] = [
  { collectionArn: COLLECTIONS.catalog, name: 'catalog', kmsKeyArn: AGENT_KEYS.knowledge },
  { collectionArn: COLLECTIONS.helpdesk, name: 'helpdesk', kmsKeyArn: null },
];

/** The collections of an account and Region. */
export function collectionsIn(accountId: string, region: string): readonly WorldCollection[] {
  return ALL.filter(({ collectionArn }) => {
    const [, , , place, owner] = collectionArn.split(':');
    return place === region && owner === accountId;
  });
}

/** The policies of an account and Region, two for each collection. */
export function securityPoliciesIn(
  accountId: string,
  region: string,
): readonly WorldSecurityPolicy[] {
  return collectionsIn(accountId, region).flatMap((collection) => [
    encryptionPolicy(collection),
    networkPolicy(collection),
  ]);
}

function encryptionPolicy({ name, kmsKeyArn }: WorldCollection): WorldSecurityPolicy {
  const rules = [{ ResourceType: 'collection', Resource: [`collection/${name}`] }];
  const key =
    kmsKeyArn === null ? { AWSOwnedKey: true } : { AWSOwnedKey: false, KmsARN: kmsKeyArn };
  return { type: 'encryption', name: `${name}-encryption`, document: { Rules: rules, ...key } };
}

function networkPolicy({ name, kmsKeyArn }: WorldCollection): WorldSecurityPolicy {
  const open = kmsKeyArn === null;
  const rule = (ResourceType: string) => ({ ResourceType, Resource: [`collection/${name}*`] });
  const access = open
    ? { AllowFromPublic: true }
    : {
        AllowFromPublic: false,
        SourceVPCEs: ['vpce-0c51b8e7f2a94d360'],
        SourceServices: ['bedrock.amazonaws.com'],
      };
  const document = [
    { Description: `Access to ${name}`, Rules: [rule('collection'), rule('dashboard')], ...access },
  ];
  return { type: 'network', name: `${name}-network`, document };
}

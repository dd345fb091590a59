import { resourceId, uuidOf } from '../identifiers.ts';
import { ACCOUNT } from '../organization.ts';
import { keyArn } from '../surroundings/key-names.ts';

/** An account and Region of this world. */
export interface Place {
  readonly accountId: string;
  readonly region: string;
}

/** Where agents are. */
export const PLACE = {
  shop: { accountId: ACCOUNT.platform, region: 'us-east-1' },
  support: { accountId: ACCOUNT.support, region: 'eu-west-1' },
  helpdesk: { accountId: ACCOUNT.support, region: 'eu-central-1' },
  science: { accountId: ACCOUNT.dataScience, region: 'us-east-1' },
  scienceWest: { accountId: ACCOUNT.dataScience, region: 'us-west-2' },
  sandbox: { accountId: ACCOUNT.sandbox, region: 'us-east-1' },
} as const satisfies Readonly<Record<string, Place>>;

/** The functions that agents, flows, knowledge bases and gateways run. */
export const FUNCTIONS = {
  conciergeOrders: functionArn(PLACE.shop, 'concierge-orders'),
  /** May do more than refund: its story is told with the functions. */
  refundExecutor: functionArn(PLACE.shop, 'refund-executor'),
  orderLookup: functionArn(PLACE.shop, 'order-lookup'),
  catalogTransformer: functionArn(PLACE.shop, 'catalog-transformer'),
  shoppingTools: functionArn(PLACE.shop, 'shopping-tools'),
  gatewayInterceptor: functionArn(PLACE.shop, 'gateway-interceptor'),
  ticketActions: functionArn(PLACE.support, 'ticket-actions'),
  researchOrchestrator: functionArn(PLACE.science, 'research-orchestrator'),
  researchTools: functionArn(PLACE.science, 'research-tools'),
} as const;

/** The vector stores of OpenSearch Serverless. */
export const COLLECTIONS = {
  /** Kept private. */
  catalog: collectionArn(PLACE.shop, 'catalog'),
  /** Open to the internet. */
  helpdesk: collectionArn(PLACE.helpdesk, 'helpdesk'),
} as const;

/** The buckets that knowledge bases take documents from or keep them in. */
export const DOCUMENT_BUCKETS = {
  catalog: bucketName(PLACE.shop, 'catalog-documents'),
  catalogStaging: bucketName(PLACE.shop, 'catalog-staging'),
  orderExports: bucketName(PLACE.shop, 'order-exports'),
  reviews: bucketName(PLACE.shop, 'product-reviews'),
  helpdesk: bucketName(PLACE.helpdesk, 'helpdesk-articles'),
  labNotes: bucketName(PLACE.scienceWest, 'lab-notes'),
  /** Where a browser of AgentCore keeps what it saw. */
  browserRecordings: bucketName(PLACE.shop, 'browser-recordings'),
} as const;

/** The customer-managed keys of agents and all around them. */
export const AGENT_KEYS = {
  shop: keyArn(PLACE.shop.region, PLACE.shop.accountId, 'c41d7e90-2b6f-4a83-9d15-7e0f3a8b6c24'),
  knowledge: keyArn(
    PLACE.shop.region,
    PLACE.shop.accountId,
    'd92e5b17-8c3a-4f60-b7d4-1a5c9e2f0b86',
  ),
  support: keyArn(
    PLACE.support.region,
    PLACE.support.accountId,
    'e07f4c38-5d1b-4c92-8a6e-3b9d0f7e2a51',
  ),
} as const;

/** The id of an agent, alias, knowledge base, flow or prompt: ten capitals and digits. */
export function tenCharacterId(kind: string, place: Place, name: string): string {
  return resourceId(`${kind}/${place.accountId}/${place.region}/${name}`, 10).toUpperCase();
}

/** The ARN of something of Bedrock in a place. */
export function bedrockArn({ region, accountId }: Place, resource: string): string {
  return `arn:aws:bedrock:${region}:${accountId}:${resource}`;
}

/** The ARN of a secret in Secrets Manager, with the six characters that AWS puts behind its name. */
export function secretArn({ region, accountId }: Place, name: string): string {
  const suffix = resourceId(`secret/${accountId}/${name}`, 6);
  return `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${suffix}`;
}

/** The ARN of a Kendra index. */
export function kendraIndexArn({ region, accountId }: Place, name: string): string {
  return `arn:aws:kendra:${region}:${accountId}:index/${uuidOf(`kendra/${name}`)}`;
}

function functionArn({ region, accountId }: Place, name: string): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

function collectionArn({ region, accountId }: Place, name: string): string {
  const id = resourceId(`collection/${accountId}/${name}`, 20);
  return `arn:aws:aoss:${region}:${accountId}:collection/${id}`;
}

function bucketName({ accountId }: Place, name: string): string {
  return `acme-${name}-${accountId}`;
}

/** The id of a knowledge base of this world. */
export function knowledgeBaseId(place: Place, name: string): string {
  return tenCharacterId('knowledge-base', place, name);
}

/** The ARN of a knowledge base of this world. */
export function knowledgeBaseArn(place: Place, name: string): string {
  return bedrockArn(place, `knowledge-base/${knowledgeBaseId(place, name)}`);
}

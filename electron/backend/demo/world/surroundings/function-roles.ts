import type { JobRole } from '../bedrock/job-roles.ts';
import { ACCOUNT } from '../organization.ts';

/**
 * The roles that functions work as; the refunds' may do anything. Two never worked: `contract-review`
 * limits models by a condition key that does not exist, and `meeting-notes` may call a profile and
 * not the model behind it.
 */
export const FUNCTION_ROLES: readonly JobRole[] = [
  shop('concierge-orders', ['dynamodb:GetItem', 'dynamodb:Query'], table('orders')),
  shop('refund-executor', ['*'], '*'),
  shop('order-lookup', ['dynamodb:GetItem'], table('orders')),
  shop('catalog-transformer', ['s3:GetObject', 's3:PutObject'], 'arn:aws:s3:::acme-catalog-*/*'),
  shop('shopping-tools', ['dynamodb:Query'], table('products')),
  shop('gateway-interceptor', ['logs:PutLogEvents'], '*'),
  limitedByName('contract-review', 'anthropic.claude-sonnet-5-5'),
  role(
    ACCOUNT.support,
    'meeting-notes',
    statement(
      ['bedrock:InvokeModel'],
      `arn:aws:bedrock:eu-west-1:${ACCOUNT.support}:inference-profile/eu.anthropic.claude-haiku-5-5`,
    ),
  ),
  role(ACCOUNT.support, 'ticket-actions', statement(['dynamodb:UpdateItem'], '*')),
  role(ACCOUNT.dataScience, 'research-orchestrator', statement(['bedrock:InvokeModel'], '*')),
  role(ACCOUNT.dataScience, 'research-tools', statement(['s3:*'], '*')),
];

function shop(name: string, actions: readonly string[], resource: string): JobRole {
  return role(ACCOUNT.platform, name, statement(actions, resource));
}

function role(accountId: string, name: string, allowed: object): JobRole {
  return {
    accountId,
    name,
    path: '/',
    service: 'lambda.amazonaws.com',
    guarded: false,
    statements: [allowed],
  };
}

function statement(actions: readonly string[], resource: string): object {
  return { Effect: 'Allow', Action: actions, Resource: resource };
}

/** Someone took the model for a condition key of Bedrock, which it is not. */
function limitedByName(name: string, modelId: string): JobRole {
  return role(ACCOUNT.platform, name, {
    ...statement(['bedrock:InvokeModel'], '*'),
    Condition: { StringEquals: { 'bedrock:ModelId': modelId } },
  });
}

function table(name: string): string {
  return `arn:aws:dynamodb:us-east-1:${ACCOUNT.platform}:table/${name}`;
}

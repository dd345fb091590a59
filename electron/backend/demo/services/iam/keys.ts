import { QUERY_CODES } from '../../protocols/fault-codes.ts';
import { booleanOf, requiredText, textOf } from '../../protocols/input.ts';
import { type Call, operations } from '../../service.ts';
import { commonFault, invalidInput, WireFault } from '../../wire-fault.ts';
import { requireUser } from './iam-faults.ts';
import { iamPage } from './iam-page.ts';

const BEDROCK = 'bedrock.amazonaws.com';
const NONE = 'N/A';

/** The operations about API keys and access keys. */
export const keyOperations = operations({
  ListServiceSpecificCredentials: {
    action: 'iam:ListServiceSpecificCredentials',
    resource: userResource,
    run: listServiceSpecificCredentials,
  },
  ListAccessKeys: {
    action: 'iam:ListAccessKeys',
    resource: userResource,
    run: listAccessKeys,
  },
  GetAccessKeyLastUsed: {
    action: 'iam:GetAccessKeyLastUsed',
    resource: (call) => `access key ${textOf(call.input, 'AccessKeyId') ?? ''}`,
    run: getAccessKeyLastUsed,
  },
});

function userResource({ identity, input }: Call): string {
  const name = textOf(input, 'UserName');
  return name === undefined ? '*' : `arn:aws:iam::${identity.accountId}:user/${name}`;
}

/** This world has credentials of one service; others that AWS knows have none. */
function listServiceSpecificCredentials(call: Call): object {
  const { world, identity, input } = call;
  const keys = world.apiKeys(identity.accountId).filter(ofUser(call));
  const service = textOf(input, 'ServiceName');
  const page = iamPage(call, service === undefined || service === BEDROCK ? keys : []);
  return {
    ServiceSpecificCredentials: page.items.map((key) => ({
      UserName: key.userName,
      Status: key.status,
      ServiceUserName: `${key.userName}-at-${identity.accountId}`,
      ServiceCredentialAlias: key.alias ?? undefined,
      CreateDate: key.createdAt ?? undefined,
      ExpirationDate: key.expiresAt ?? undefined,
      ServiceSpecificCredentialId: key.credentialId,
      ServiceName: BEDROCK,
    })),
    Marker: page.Marker,
    IsTruncated: page.IsTruncated,
  };
}

/** Whose credentials are asked for: all users', one user's, or the caller's own. */
function ofUser(call: Call): (key: { readonly userName: string }) => boolean {
  const userName = textOf(call.input, 'UserName');
  const allUsers = booleanOf(call.input, 'AllUsers') ?? false;
  if (allUsers && userName !== undefined) {
    throw new WireFault('InvalidInput', 400, 'UserName and AllUsers exclude each other.');
  }
  if (allUsers) return () => true;
  const name = userName ?? callersName(call);
  requireUser(call, name);
  return (key) => key.userName === name;
}

function listAccessKeys(call: Call): object {
  const { world, identity, input } = call;
  const userName = textOf(input, 'UserName') ?? callersName(call);
  requireUser(call, userName);
  const keys = world.accessKeys(identity.accountId).filter((key) => key.userName === userName);
  const page = iamPage(call, keys);
  return {
    AccessKeyMetadata: page.items.map((key) => ({
      UserName: key.userName,
      AccessKeyId: key.accessKeyId,
      Status: key.status,
      CreateDate: key.createdAt,
    })),
    IsTruncated: page.IsTruncated,
    Marker: page.Marker,
  };
}

/** AWS refuses a key of nobody as it refuses one of somebody else. */
function getAccessKeyLastUsed({ world, identity, input }: Call): object {
  const id = requiredText(input, 'AccessKeyId');
  const key = world.accessKeys(identity.accountId).find((one) => one.accessKeyId === id);
  if (key === undefined) {
    const text = `User: ${identity.arn} is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key ${id}`;
    throw commonFault(QUERY_CODES, 'denied', text);
  }
  return {
    UserName: key.userName,
    AccessKeyLastUsed: {
      LastUsedDate: key.lastUsed?.at,
      ServiceName: key.lastUsed?.service ?? NONE,
      Region: key.lastUsed?.region ?? NONE,
    },
  };
}

function callersName({ identity }: Call): string {
  const name = /:user\/(?:.*\/)?([^/]+)$/.exec(identity.arn)?.[1];
  if (name === undefined) {
    throw invalidInput('Must specify userName when calling with non-User credentials');
  }
  return name;
}

/**
 * Operations that give, make or reset a credential, a key or a token, by the SDK client that has
 * them. Several begin with Get and look like reads. None of them may be called by Assay, save for
 * `sts:AssumeRole`, by which it enters the accounts of a connection.
 */
export const CREDENTIAL_OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  sts: [
    'AssumeRoleWithSAML',
    'AssumeRoleWithWebIdentity',
    'AssumeRoot',
    'GetDelegatedAccessToken',
    'GetFederationToken',
    'GetSessionToken',
    'GetWebIdentityToken',
  ],
  iam: [
    'ChangePassword',
    'CreateAccessKey',
    'CreateLoginProfile',
    'CreateServiceSpecificCredential',
    'CreateVirtualMFADevice',
    'EnableMFADevice',
    'ResetServiceSpecificCredential',
    'SendDelegationToken',
    'UpdateAccessKey',
    'UpdateLoginProfile',
    'UpdateServiceSpecificCredential',
    'UploadSigningCertificate',
  ],
  'bedrock-agentcore-control': [
    'CreateApiKeyCredentialProvider',
    'CreateOauth2CredentialProvider',
    'CreatePaymentCredentialProvider',
    'RotatePaymentConnectorCredentials',
    'SetTokenVaultCMK',
    'UpdateApiKeyCredentialProvider',
    'UpdateOauth2CredentialProvider',
    'UpdatePaymentCredentialProvider',
  ],
  ec2: [
    'CreateIpamExternalResourceVerificationToken',
    'CreateKeyPair',
    'ExportClientVpnClientConfiguration',
    'ExportVerifiedAccessInstanceClientConfiguration',
    'GetPasswordData',
    'ImportKeyPair',
  ],
  kms: [
    'DeriveSharedSecret',
    'GenerateDataKey',
    'GenerateDataKeyPair',
    'GenerateDataKeyPairWithoutPlaintext',
    'GenerateDataKeyWithoutPlaintext',
    'GenerateMac',
  ],
  s3: ['CreateSession'],
  's3-control': ['GetDataAccess'],
  'cloudwatch-logs': ['PutBearerTokenAuthentication'],
  // The data plane of AgentCore, whose client Assay does not have.
  'bedrock-agentcore': [
    'CompleteResourceTokenAuth',
    'GetResourceApiKey',
    'GetResourceOauth2Token',
    'GetResourcePaymentToken',
    'GetWorkloadAccessToken',
    'GetWorkloadAccessTokenForJWT',
    'GetWorkloadAccessTokenForUserId',
  ],
};

/** Operations whose names sound like credentials and that neither give nor change one. */
export const HARMLESS_OPERATIONS: readonly RegExp[] = [
  /^(Delete|Deactivate|Disable|Untag|Tag|Verify|List|Describe|Unassign|Assign)/,
  // Names, states and times of credentials, never the credential.
  /^Get(AccessKeyInfo|AccessKeyLastUsed|LoginProfile|MFADevice|AccountPasswordPolicy|TokenVault)$/,
  /^Get(ApiKey|Oauth2|Payment)CredentialProvider$/,
  /^(Generate|Get)CredentialReport$/,
  /^GetOutboundWebIdentityFederationInfo$/,
  // Settings that Assay does not touch either, as it writes nothing.
  /^(Enable(Federation|OutboundWebIdentityFederation|OrganizationsRootCredentialsManagement))$/,
  /^(ResyncMFADevice|SetSecurityTokenServicePreferences|UpdateAccountPasswordPolicy)$/,
  /^(UpdateAssumeRolePolicy|UpdateSigningCertificate|ModifyPrivateDnsNameOptions)$/,
  /^StartVpcEndpointServicePrivateDnsVerification$/,
  /^CountTokens$/,
  // By which Assay enters the accounts of a connection.
  /^AssumeRole$/,
];

/** The credential operations that a text of TypeScript calls, by the names that the SDK gives them. */
export function credentialOperationsIn(text: string): readonly string[] {
  return Object.entries(CREDENTIAL_OPERATIONS).flatMap(([service, operations]) =>
    operations.filter((operation) => isCalled(text, service, operation)),
  );
}

function isCalled(text: string, service: string, operation: string): boolean {
  const method = `${operation.charAt(0).toLowerCase()}${operation.slice(1)}`;
  const prefix = service.replace('-control', '');
  const named = new RegExp(
    `\\b(${method}|${operation}Command)\\b|\\bcall\\(\\s*['"\`]${prefix}:${operation}\\b`,
  );
  return named.test(text);
}

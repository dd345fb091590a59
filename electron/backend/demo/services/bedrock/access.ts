import { createHash } from 'node:crypto';
import { requiredText, textOf } from '../../protocols/input.ts';
import type { Call, Operation } from '../../service.ts';
import { invalidInput, WireFault } from '../../wire-fault.ts';

/** Whether models may be called, and what those of AWS Marketplace cost. */
export const accessOperations: Readonly<Record<string, Operation>> = {
  GetFoundationModelAvailability: {
    http: 'GET /foundation-model-availability/{modelId}',
    action: 'bedrock:GetFoundationModelAvailability',
    run: getAvailability,
  },
  ListFoundationModelAgreementOffers: {
    http: 'GET /list-foundation-model-agreement-offers/{modelId}',
    action: 'bedrock:ListFoundationModelAgreementOffers',
    run: listOffers,
  },
  GetUseCaseForModelAccess: {
    http: 'GET /use-case-for-model-access',
    action: 'bedrock:GetUseCaseForModelAccess',
    run: getUseCase,
  },
};

function getAvailability(call: Call): object {
  const modelId = requiredText(call.input, 'modelId');
  const found = call.world.modelAvailability(call.identity.accountId, call.region, modelId);
  if (found === null) throw invalidInput('The provided model identifier is invalid.');
  return {
    modelId,
    agreementAvailability: {
      status: found.agreementStatus,
      errorMessage: found.agreementError ?? undefined,
    },
    authorizationStatus: found.authorizationStatus,
    entitlementAvailability: found.entitlementAvailability,
    regionAvailability: found.regionAvailability,
  };
}

function listOffers(call: Call): object {
  const modelId = requiredText(call.input, 'modelId');
  const offerType = textOf(call.input, 'offerType') ?? 'ALL';
  if (offerType !== 'ALL' && offerType !== 'PUBLIC') {
    throw invalidInput(
      `1 validation error detected: Value '${offerType}' at 'offerType' failed to satisfy constraint: Member must satisfy enum value set: [ALL, PUBLIC]`,
    );
  }
  const offer = call.world.agreementOffer(modelId);
  if (offer === null) throw invalidInput('Agreement not supported for this model');
  return { modelId, offers: [describeOffer(offer)] };
}

/** The offer with a token to accept it and a signed address of its terms, as AWS sends them. */
function describeOffer(offer: NonNullable<ReturnType<Call['world']['agreementOffer']>>): object {
  const token = createHash('sha256').update(`token/${offer.offerId}`).digest('base64');
  const terms = `https://simulated-offers.s3.amazonaws.com/${offer.offerId}/terms.pdf`;
  const { agreementDuration } = offer;
  return {
    offerToken: token,
    offerId: offer.offerId ?? undefined,
    termDetails: {
      usageBasedPricingTerm: { rateCard: offer.rateCard },
      legalTerm: { url: `${terms}?X-Amz-Expires=3600&X-Amz-Signature=${token.slice(0, 20)}` },
      supportTerm: { refundPolicyDescription: 'Refunds are not offered.' },
      validityTerm: agreementDuration === null ? undefined : { agreementDuration },
    },
  };
}

/** `formData` is bytes, which JSON carries as base64. */
function getUseCase(call: Call): object {
  const form = call.world.accessForm(call.identity.accountId);
  if (form === null) {
    const text = 'No use case has been submitted for this account.';
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  return { formData: Buffer.from(JSON.stringify(form), 'utf8').toString('base64') };
}

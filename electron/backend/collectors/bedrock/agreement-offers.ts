import type { Offer } from '@aws-sdk/client-bedrock';
import type { AgreementOffer, AgreementOffers } from '../../../../shared/model/dataset.ts';
import { CallFailure } from '../../aws/caller.ts';
import { errorFacts } from '../../aws/error-facts.ts';
import { list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { askEach, type OfferedModel, offeredModels } from './each-model.ts';

const ACTION = 'bedrock:ListFoundationModelAgreementOffers';

/**
 * The account's own rate cards, public and private offers alike: one call per base model, in the
 * first Region that offers it, because a card holds the prices of every Region.
 */
export const agreementOffers: Collector<'agreement-offers'> = {
  dataset: 'agreement-offers',
  title: 'Rate cards of models that AWS Marketplace meters',
  scope: 'account',
  goodForHours: 20,
  iamActions: [ACTION],
  follows: ['foundation-models'],
  collect: async (context) => {
    const answers = await askEach(context, ACTION, {
      models: offeredModels(await context.items('foundation-models')),
      ask: (model) => offersOf(context, model),
    });
    return answers.flatMap(({ model: { modelId }, answer }): readonly AgreementOffers[] => {
      if (!answer.read) return [{ modelId, offers: answer }];
      const { value } = answer;
      return value === null ? [] : [{ modelId, offers: { read: true, value } }];
    });
  },
};

/** The offers of a model; null where AWS Marketplace does not meter it. */
async function offersOf(
  { clients, call }: CollectContext,
  { modelId, region }: OfferedModel,
): Promise<readonly AgreementOffer[] | null> {
  try {
    const answer = await call(ACTION, async (options) =>
      (await clients.bedrock(region)).listFoundationModelAgreementOffers(
        { modelId, offerType: 'ALL' },
        options,
      ),
    );
    return list(answer.offers).map(toAgreementOffer);
  } catch (error) {
    if (saysNotMetered(error)) return null;
    throw error;
  }
}

/** Whether AWS says that a model has no agreement because AWS Marketplace does not meter it. */
export function saysNotMetered(error: unknown): boolean {
  if (!(error instanceof CallFailure)) return false;
  return /agreement (is )?not supported/i.test(errorFacts(error.cause).message);
}

/** One offer, without its token and the presigned address of its terms. */
export function toAgreementOffer(offer: Offer): AgreementOffer {
  const terms = offer.termDetails;
  return {
    offerId: offer.offerId ?? null,
    rateCard: list(terms?.usageBasedPricingTerm?.rateCard).map((row) => ({
      dimension: text(row.dimension, 'rateCard.dimension'),
      price: text(row.price, 'rateCard.price'),
      description: row.description ?? null,
      unit: row.unit ?? null,
    })),
    agreementDuration: terms?.validityTerm?.agreementDuration ?? null,
  };
}

/**
 * Claims on trial: sentences that are often read about these protocols. A claim is one entry and its texts; tests replay every
 * run and ask every question again, and the load lab decides what is about load.
 */
import type { ClaimSpec } from './claim.ts';
import { claimsOfChecks } from './claimsOfChecks.ts';
import { claimsOfHalfMessages } from './claimsOfHalfMessages.ts';
import { claimsOfStorage } from './claimsOfStorage.ts';
import { claimsOfOthers } from './claimsOfOthers.ts';

export const claims = [...claimsOfHalfMessages, ...claimsOfChecks, ...claimsOfStorage, ...claimsOfOthers] as const;

export type ClaimId = (typeof claims)[number]['id'];
export type Claim = ClaimSpec & { readonly id: ClaimId };

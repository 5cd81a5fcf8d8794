/** The rules of the half-message protocol's SPEC.md, in its order; each has a title in every language. */
// prettier-ignore
export const RULE_IDS = [
  'HM-2', 'HM-3', 'HM-4', 'HM-5', 'HM-6', 'HM-7', 'HM-8', 'HM-9', 'HM-10',
  'HM-11', 'HM-12', 'HM-13', 'HM-14', 'HM-15', 'HM-16', 'HM-17', 'HM-18', 'HM-19',
  'HM-21', 'HM-22', 'HM-23', 'HM-24', 'HM-25', 'HM-26', 'HM-27', 'HM-28', 'HM-29',
  'HM-30', 'HM-31', 'HM-32', 'HM-33', 'HM-34', 'HM-35', 'HM-36', 'HM-37', 'HM-38',
  'HM-39', 'HM-40', 'HM-41', 'HM-42', 'HM-43', 'HM-44', 'HM-45', 'HM-46', 'HM-47',
  'HM-48', 'HM-49', 'HM-50', 'HM-51', 'HM-52', 'HM-53', 'HM-54', 'HM-55', 'HM-56',
  'HM-57', 'HM-58', 'HM-59', 'HM-60', 'HM-C1', 'HM-C2', 'HM-C3', 'HM-C4', 'HM-C20',
  'HM-C21', 'HM-C22', 'HM-C23', 'HM-C24', 'HM-C25', 'HM-C26', 'HM-C27', 'HM-C28', 'HM-C29',
  'HM-C30', 'HM-C31', 'HM-C32', 'HM-C33', 'HM-C34', 'HM-C5', 'HM-C6', 'HM-C7', 'HM-C8',
  'HM-C9', 'HM-C10', 'HM-C11', 'HM-C12', 'HM-C13', 'HM-C14', 'HM-C35', 'HM-C15', 'HM-C16', 'HM-C17',
  'HM-C18', 'HM-C19', 'HM-L1', 'HM-L2', 'HM-L3', 'HM-L4', 'HM-L5', 'HM-L6', 'HM-L7',
  'HM-L8',
] as const;

export type RuleId = (typeof RULE_IDS)[number];

/** The page that says which broker offers what, in Chinese. */
export const zhBrokers = {
  'brokers-intro': '半消息要三样齐全：先藏好再提交、换个实例也能了结、没有下文时 Broker 会来问。',
} as const;

export type BrokersTexts = { readonly [key in keyof typeof zhBrokers]: string };

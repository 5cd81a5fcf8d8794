/** Promises and questions of the verifier, a sentence each, in Chinese. */
export const zhProperties = {
  'property-no-lost': '不丢：已提交的订单，积分总会到，或者还在路上',
  'property-no-phantom': '不凭空：没有提交的订单，就没有积分',
  'property-no-duplicate': '不重复：一个订单最多加一次积分',
  'property-half-invisible': '半消息不可见：没有提交的订单，消费者收不到消息',
  'property-settles': '终会了结：没人再干预时，每个订单两边一致，或者搁置等人处理',
  'property-ever-late': '有没有一次运行，积分靠回查或重试才到？',
  'property-ever-parked': '有没有一次运行，消息最后搁置，等人处理？',
  'property-ever-twice': '有没有一次运行，同一个订单的消息送达两次？',
  'property-ever-checked-five-times': '有没有一次运行，同一条消息被回查五次？',
} as const;

export type PropertyKey = keyof typeof zhProperties;
export type PropertyTexts = { readonly [key in PropertyKey]: string };

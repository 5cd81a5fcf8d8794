/** Claims about load, in Chinese. */
export const texts = {
  'the-peak-is-gone-in-a-moment-claim':
    '高峰一小时每秒 5000 个请求，每秒处理 2000 个：队列里堆积几十万到几百万，高峰一过很快就消化完。',
  'the-peak-is-gone-in-a-moment-ask': '高峰之后每秒还有 50 个请求。堆积多久才能消化完？',
  'the-peak-is-gone-in-a-moment-a': '几秒',
  'the-peak-is-gone-in-a-moment-b': '约十分钟',
  'the-peak-is-gone-in-a-moment-c': '约一个半小时',
  'the-peak-is-gone-in-a-moment-why':
    '每秒多出 3000 条，一小时堆积 1080 万条；高峰之后每秒只能消化 1950 条，要约 92 分钟。',
  'the-peak-is-gone-in-a-moment-say': '队列让高峰排队而不是失败：要算清排多久。',
  'asynchronous-is-faster-claim': '用消息队列，请求从 953 毫秒降到 8 毫秒，系统变快了。',
  'asynchronous-is-faster-ask': '队列节省的是什么？',
  'asynchronous-is-faster-a': '工作量',
  'asynchronous-is-faster-b': '机器',
  'asynchronous-is-faster-c': '买家的等待',
  'asynchronous-is-faster-why':
    '订单已提交，买家已得到答复，积分还没有加：同样的工作都还在，只是挪到了后面，还多一个队列。',
  'asynchronous-is-faster-say': '异步缩短的是买家的等待，不是工作量。',
} as const;

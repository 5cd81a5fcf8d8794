//<
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.apis.message.MessageView;
import org.apache.rocketmq.client.apis.producer.TransactionChecker;
import org.apache.rocketmq.client.apis.producer.TransactionResolution;

public class OrderChecker implements TransactionChecker {
  final Set<String> running = ConcurrentHashMap.newKeySet();
//>
  //{! check-reads=memory
  static final ConcurrentHashMap<String, String> OUTCOMES = new ConcurrentHashMap<>();
  //}
//<
  private final Orders orders;
  private final Outcomes outcomes;

  OrderChecker(Orders orders, Outcomes outcomes) {
    this.orders = orders;
    this.outcomes = outcomes;
  }

//>
  @Override
  public TransactionResolution check(MessageView message) { //@ check.enter
    String id = message.getKeys().iterator().next();
    try {
      //{ check-running=unknown
      //zh 还在执行，或者这一行还被未提交的事务锁着：现在没有答案
      //en still running, or the row is locked by a transaction that has not ended: no answer yet
      if (running.contains(id) || orders.isLocked(id)) return TransactionResolution.UNKNOWN; //@ check.running
      //}
      //{! check-group=own-databases
      //zh 每个实例有自己的数据库：另一个实例查不到这个订单
      //en each instance has a database of its own: another one does not find this order
      //}
      //{ check-reads=order-row
      boolean isCommitted = orders.exists(id); //@ check.find
      //}
      //{ check-reads=log-row
      //zh 与订单在同一个事务里写下
      //en written in the same transaction as the order
      boolean isCommitted = outcomes.exists(id); //@ check.find
      //}
      //{! check-reads=late-status|coordinator
      boolean isCommitted = "COMMITTED".equals(outcomes.find(id)); //@ check.find
      //}
      //{! check-reads=memory
      boolean isCommitted = "COMMITTED".equals(OUTCOMES.get(id)); //@ check.find
      //}
      //{ check-reads=order-row|log-row|late-status|memory|coordinator
      if (isCommitted) return TransactionResolution.COMMIT; //@ check.commit
      //}
      //{! check-reads=nothing
      //zh 什么也不查，所以永远找不到
      //en looks nothing up, so it never finds anything
      //}
      //{ check-grace=two-checks
      //zh 一分钟之内先不下结论：本地事务若比这更久，就错了
      //en decides nothing for a minute: wrong as soon as a local transaction lasts longer
      long ageMs = System.currentTimeMillis() - message.getBornTimestamp();
      if (ageMs < 60_000) return TransactionResolution.UNKNOWN; //@ check.grace
      //}
      //{! check-missing=rollback check-running=unnoticed
      //zh 没有行不等于没有订单：事务可能还没提交
      //en no row is not no order: the transaction may not have committed yet
      //}
      //{ check-missing=rollback
      return TransactionResolution.ROLLBACK; //@ check.missing
      //}
      //{ check-missing=fence
      //zh 先占住这个订单号：迟到的本地事务插入时会失败，然后才能说回滚
      //en takes the order's id first, so that a late local transaction fails to insert it; only then ROLLBACK
      boolean isCancelled = orders.cancel(id);
      return isCancelled ? TransactionResolution.ROLLBACK : TransactionResolution.COMMIT; //@ check.missing
      //}
      //{! check-missing=commit
      //zh 没有行也放行：没有订单也会加积分
      //en lets it pass without a row: points without an order
      return TransactionResolution.COMMIT; //@ check.missing
      //}
      //{ check-missing=unknown
      //zh 一直没有行：问到次数用完，然后需要人工处理
      //en never a row: asked until the checks are used up, then somebody has to look
      return TransactionResolution.UNKNOWN; //@ check.missing
      //}
    } catch (RuntimeException databaseIsAway) {
      //{ check-exception=unknown
      return TransactionResolution.UNKNOWN; //@ check.thrown
      //}
      //{! check-exception=rollback
      //zh 查不了就当没有
      //en takes "could not look" for "not there"
      return TransactionResolution.ROLLBACK; //@ check.thrown
      //}
      //{! check-exception=commit
      return TransactionResolution.COMMIT; //@ check.thrown
      //}
    }
  }
  //{! check-purge=early check-reads=log-row|late-status|coordinator

  //zh 每小时清理一次：最后一次回查可能更晚
  //en cleans up every hour: the last check may come later
  void cleanUp() {
    outcomes.deleteOlderThanMinutes(60);
  }
  //}
//<
}

//>

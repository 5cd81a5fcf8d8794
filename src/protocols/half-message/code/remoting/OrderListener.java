//<
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.rocketmq.client.producer.LocalTransactionState;
import org.apache.rocketmq.client.producer.TransactionListener;
import org.apache.rocketmq.common.message.Message;
import org.apache.rocketmq.common.message.MessageConst;
import org.apache.rocketmq.common.message.MessageExt;
import org.springframework.transaction.support.TransactionTemplate;

public class OrderListener implements TransactionListener {
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final TransactionTemplate transaction;
  //{ check-group=shared|two-businesses
  private final Orders orders;
  //}
//>
  //{! check-group=own-databases
  //zh 每个实例有自己的数据库：另一个实例查不到这个订单
  //en each instance has a database of its own: another one does not find this order
  private final Orders orders;
  //}
//<
  private final Outcomes outcomes;

  OrderListener(TransactionTemplate transaction, Orders orders, Outcomes outcomes) {
    this.transaction = transaction;
    this.orders = orders;
    this.outcomes = outcomes;
  }

//>
  @Override
  public LocalTransactionState executeLocalTransaction(Message message, Object argument) { //@ exec.enter
    Order order = (Order) argument;
    running.add(order.id());
    try {
      transaction.executeWithoutResult(status -> {
        orders.insert(order); //@ exec.write
        //{ check-reads=log-row
        outcomes.insert(order.id());
        //}
      }); //@ exec.commit
      //{! check-reads=late-status|coordinator
      //zh 第二个事务：在这之前宕机，订单已提交而这里没有记录
      //en a second transaction: whoever dies before it has an order and no record
      outcomes.save(order.id(), "COMMITTED"); //@ exec.record
      //}
      //{! check-reads=memory
      //zh 只在本实例的内存里：重启后丢失，其他实例看不到
      //en in the memory of this instance: gone at a restart, and no other instance sees it
      OUTCOMES.put(order.id(), "COMMITTED"); //@ exec.record
      //}
      //{ report=on
      return LocalTransactionState.COMMIT_MESSAGE; //@ exec.return
      //}
      //{! report=off
      //zh 不上报，全靠回查
      //en tells nothing and leaves it to the check
      return LocalTransactionState.UNKNOW; //@ exec.return
      //}
    } catch (OutOfStock refusal) {
      //zh 本地事务已经回滚
      //en the local transaction is rolled back
      return LocalTransactionState.ROLLBACK_MESSAGE; //@ exec.rollback
    } catch (RuntimeException unsure) {
      //zh 不知道提交了没有：让 Broker 之后再问
      //en committed or not, nobody knows: let the broker ask later
      return LocalTransactionState.UNKNOW; //@ exec.unknown
    } finally {
      running.remove(order.id());
    }
  }

  @Override
  public LocalTransactionState checkLocalTransaction(MessageExt message) { //@ check.enter
    String id = message.getKeys();
    try {
      //{ check-running=unknown
      //zh 还在执行，或者这一行还被未提交的事务锁着：现在没有答案
      //en still running, or the row is locked by a transaction that has not ended: no answer yet
      if (running.contains(id) || orders.isLocked(id)) return LocalTransactionState.UNKNOW; //@ check.running
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
      if (isCommitted) return LocalTransactionState.COMMIT_MESSAGE; //@ check.commit
      //}
      //{! check-reads=nothing
      //zh 什么也不查，所以永远找不到
      //en looks nothing up, so it never finds anything
      //}
      //{ check-grace=two-checks
      //zh 前两次回查先不下结论：本地事务若比这更久，就错了
      //en the first two checks decide nothing: wrong as soon as a local transaction lasts longer
      String times = message.getProperty(MessageConst.PROPERTY_TRANSACTION_CHECK_TIMES);
      if (Integer.parseInt(times) <= 2) return LocalTransactionState.UNKNOW; //@ check.grace
      //}
      //{! check-missing=rollback check-running=unnoticed
      //zh 没有行不等于没有订单：事务可能还没提交
      //en no row is not no order: the transaction may not have committed yet
      //}
      //{ check-missing=rollback
      return LocalTransactionState.ROLLBACK_MESSAGE; //@ check.missing
      //}
      //{ check-missing=fence
      //zh 先占住这个订单号：迟到的本地事务插入时会失败，然后才能说回滚
      //en takes the order's id first, so that a late local transaction fails to insert it; only then ROLLBACK
      boolean isCancelled = orders.cancel(id);
      return isCancelled ? LocalTransactionState.ROLLBACK_MESSAGE : LocalTransactionState.COMMIT_MESSAGE; //@ check.missing
      //}
      //{! check-missing=commit
      //zh 没有行也放行：没有订单也会加积分
      //en lets it pass without a row: points without an order
      return LocalTransactionState.COMMIT_MESSAGE; //@ check.missing
      //}
      //{ check-missing=unknown
      //zh 一直没有行：问到次数用完，然后需要人工处理
      //en never a row: asked until the checks are used up, then somebody has to look
      return LocalTransactionState.UNKNOW; //@ check.missing
      //}
    } catch (RuntimeException databaseIsAway) {
      //{ check-exception=unknown
      return LocalTransactionState.UNKNOW; //@ check.thrown
      //}
      //{! check-exception=rollback
      //zh 查不了就当没有
      //en takes "could not look" for "not there"
      return LocalTransactionState.ROLLBACK_MESSAGE; //@ check.thrown
      //}
      //{! check-exception=commit
      return LocalTransactionState.COMMIT_MESSAGE; //@ check.thrown
      //}
    }
  }

  //{! check-reads=memory
  private static final ConcurrentHashMap<String, String> OUTCOMES = new ConcurrentHashMap<>();
  //}
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

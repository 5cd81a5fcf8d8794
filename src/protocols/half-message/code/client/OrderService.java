//<
import org.apache.rocketmq.client.apis.ClientException;
import org.apache.rocketmq.client.apis.ClientServiceProvider;
import org.apache.rocketmq.client.apis.message.Message;
import org.apache.rocketmq.client.apis.producer.Producer;
import org.apache.rocketmq.client.apis.producer.Transaction;
import org.springframework.transaction.support.TransactionTemplate;

public class OrderService {
  private final ClientServiceProvider provider = ClientServiceProvider.loadService();
  private final TransactionTemplate inTransaction;
  private final Producer producer;
  private final OrderChecker checker;
  private final Orders orders;
  private final Outcomes outcomes;

  //zh producer 在构建时设置了 TransactionChecker 和主题
  //en the producer was built with the TransactionChecker and its topic
  OrderService(
      TransactionTemplate inTransaction, Producer producer, OrderChecker checker, Orders orders, Outcomes outcomes) {
    this.inTransaction = inTransaction;
    this.producer = producer;
    this.checker = checker;
    this.orders = orders;
    this.outcomes = outcomes;
  }

//>
  void placeOrder(Order order) throws ClientException {
    //{! check-group=two-businesses
    //zh 另一个业务也向这个主题发送事务消息：回查可能问到它
    //en another business sends its transactional messages to this topic too: a check may ask it
    //}
    Message message =
        provider.newMessageBuilder().setTopic("Orders").setKeys(order.id()).setBody(order.toBytes()).build();
    Transaction transaction = producer.beginTransaction();
    checker.running.add(order.id());
    try {
      //zh 存下半消息才返回；失败则抛出异常，本地事务不会开始
      //en returns when the half message is stored; throws otherwise, and no local transaction begins
      producer.send(message, transaction); //@ send
      inTransaction.executeWithoutResult(status -> { //@ exec.enter
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
      OrderChecker.OUTCOMES.put(order.id(), "COMMITTED"); //@ exec.record
      //}
      //{ report=on
      transaction.commit(); //@ exec.return
      //}
      //{! report=off
      //zh 不上报，全靠回查
      //en tells nothing and leaves it to the check
      return; //@ exec.return
      //}
    } catch (OutOfStock refusal) {
      transaction.rollback(); //@ exec.rollback
    } catch (RuntimeException unsure) {
      //zh 不知道提交了没有：什么也不说，等回查
      //en committed or not, nobody knows: say nothing and wait for the check
      throw unsure; //@ exec.unknown
    } finally {
      checker.running.remove(order.id());
    }
  }
//<
}

//>

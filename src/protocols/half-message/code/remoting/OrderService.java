//<
import org.apache.rocketmq.client.exception.MQClientException;
import org.apache.rocketmq.client.producer.TransactionMQProducer;
import org.apache.rocketmq.common.message.Message;

public class OrderService {
  //{ check-group=shared|own-databases
  private final TransactionMQProducer producer = new TransactionMQProducer("order-service");
  //}
//>
  //{! check-group=two-businesses
  //zh 另一个业务也用这个生产者组：回查可能问到它
  //en another business uses this group too: a check may ask it
  private final TransactionMQProducer producer = new TransactionMQProducer("all-services");

  //}
//<
  void start(OrderListener listener) throws MQClientException {
    producer.setNamesrvAddr("localhost:9876");
    producer.setTransactionListener(listener);
    //{ send-retry=off
    producer.setRetryTimesWhenSendFailed(0);
    //}
    producer.start();
  }

//>
  void placeOrder(Order order) throws MQClientException {
    //{ send-retry=on
    //zh 超时后再发一次：上一次可能已经存下，成为孤立的半消息
    //en after a timeout it is sent again: the first may have been stored, and nobody settles it
    producer.setRetryTimesWhenSendFailed(2);
    //}
    Message message = new Message("Orders", "", order.id(), order.toBytes());
    //{ immunity=long
    message.putUserProperty("CHECK_IMMUNITY_TIME_IN_SECONDS", "600");
    //}
    //zh 在这里等：先存半消息，再在同一线程上执行监听器
    //en waits here: the half message is stored first, then the listener runs on this very thread
    producer.sendMessageInTransaction(message, order); //@ send
  }
//<
}

//>

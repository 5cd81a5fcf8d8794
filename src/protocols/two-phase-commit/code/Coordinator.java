//<
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

public class Coordinator {
  interface Log {
    void force(Xid transaction);

    void append(Xid transaction);

    boolean hasCommit(Xid transaction);

    void end(Xid transaction);
  }

  private final List<XAResource> databases;
  private final Log log;

  Coordinator(List<XAResource> databases, Log log) {
    this.databases = databases;
    this.log = log;
  }

//>
  void commit(Xid transaction) throws XAException {
    if (!prepareAll(transaction)) {
      for (XAResource database : databases) database.rollback(transaction); //@ abort.send
      return;
    }
    //{ coordinator-log=forced
    //zh 强制落盘：从这一刻起，事务已提交，虽然还没有数据库知道
    //en forced to disk: committed from this moment on, though no database knows
    log.force(transaction); //@ decide
    //}
    //{! coordinator-log=none
    //zh 只记在内存里：宕机后不知道自己决定过什么，只能回滚
    //en remembered only: after a crash it does not know what it decided and can only roll back
    log.append(transaction); //@ decide
    //}
    for (XAResource database : databases) database.commit(transaction, false); //@ commit.send
    log.end(transaction); //@ end
  }

  private boolean prepareAll(Xid transaction) {
    try {
      //zh 投了赞成票的数据库从此存疑：持有锁，等待协调者
      //en a database that votes yes is in doubt from then on: it keeps its locks and waits for the coordinator
      for (XAResource database : databases) database.prepare(transaction); //@ prepare.send
      return true; //@ votes.all
    } catch (XAException noOrSilent) {
      //zh 一张反对票，或者没有回答
      //en one no, or no answer
      return false; //@ votes.no
    }
  }

  //zh 启动时，以及每两分钟
  //en at the start, and every two minutes
  void recover() throws XAException {
    for (XAResource database : databases) {
      for (Xid held : database.recover(XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN)) { //@ recover.ask
        //zh 没有提交记录就是回滚
        //en no commit record means rollback
        if (log.hasCommit(held)) database.commit(held, false); //@ recover.commit
        else database.rollback(held); //@ recover.abort
      }
    }
  }
//<
}
//>
